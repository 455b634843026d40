import type { IsoDate } from '../dates.ts'
import type { ChildDraft, PersonDraft } from '../person.ts'
import { addressScanner, addressShapes } from './addresses.ts'
import { birthDateScanner, labelledBirthDates, longPastDates } from './birth-dates.ts'
import { codeScanner } from './codes.ts'
import { type FoldedText, foldText, matches, originalSpan, type Span } from './folded-text.ts'
import { handles, mailScanner } from './mail-addresses.ts'
import { nameScanner } from './known-names.ts'
import { phoneScanner, phoneShapes } from './phones.ts'
import { placeScanner } from './places.ts'

export type IdentifierKind = 'name' | 'dateOfBirth' | 'address' | 'phone' | 'email' | 'other'

/** What is known of the people of a case. Fields are as they were entered: a field may hold several numbers or lines. */
export type KnownIdentifiers = {
  /** Full names and aliases. */
  readonly names: readonly string[]
  readonly datesOfBirth: readonly IsoDate[]
  readonly phones: readonly string[]
  readonly addresses: readonly string[]
  readonly emails: readonly string[]
  /** Schools and employers. */
  readonly places: readonly string[]
  /** Number plates, and the numbers by which agencies know a person. */
  readonly codes?: readonly string[]
}

/** A stretch of a text, `end` excluded, that says who somebody is. */
export type Find = { readonly start: number; readonly end: number; readonly kind: IdentifierKind; readonly text: string }

/** Looks through one text. Finds are in order and never overlap. */
export type Linter = (text: string) => readonly Find[]

/** Of overlapping finds, the one whose kind names the whole stretch best. */
const RANK: Readonly<Record<IdentifierKind, number>> = { email: 0, phone: 1, dateOfBirth: 2, address: 3, other: 4, name: 5 }

const OFFICIAL_NUMBERS = [
  /(?<![\p{L}\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}-])/gu, // US social security
  /(?<![\p{L}\p{N}])[a-ceghj-prs-tw-z][a-z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d](?![\p{L}\p{N}])/gu, // UK national insurance
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}\s?[a-z]{3}(?![\p{L}\p{N}])/gu, // UK number plate
]

/**
 * The export linter: finds in a text whatever could say who the people of a case are, by what is known of them and by the general shape of
 * dates of birth, telephone numbers, addresses and e-mail. Built once for a case, then run over each of its texts. `on` is the meeting's
 * date: whole dates ten years back are taken for dates of birth.
 */
export function identifierLinter(known: KnownIdentifiers, on: IsoDate): Linter {
  const scanners: readonly (readonly [IdentifierKind, (folded: FoldedText) => readonly Span[]])[] = [
    ['email', mailScanner(known.emails)],
    ['phone', phoneScanner(known.phones)],
    ['phone', phoneShapes],
    ['dateOfBirth', birthDateScanner(known.datesOfBirth)],
    ['dateOfBirth', labelledBirthDates],
    ['dateOfBirth', (folded) => longPastDates(folded, on)],
    ['address', addressScanner(known.addresses)],
    ['address', addressShapes],
    ['other', handles],
    ['other', placeScanner(known.places)],
    ['other', codeScanner(known.codes ?? [])],
    ['other', (folded) => OFFICIAL_NUMBERS.flatMap((pattern) => matches(folded, pattern))],
    ['name', nameScanner(known.names)],
  ]
  return (text) => {
    const folded = foldText(text)
    const finds = scanners.flatMap(([kind, scan]) =>
      scan(folded).map(({ start, end }) => ({ kind, ...trimmed(originalSpan(folded, start, end), text) })),
    )
    return disjoint(finds).map((find) => ({ ...find, text: text.slice(find.start, find.end) }))
  }
}

/** The text with each find replaced by the neutral words for its kind, such as `[name]`. */
export function redact(text: string, finds: readonly Find[], words: Readonly<Record<IdentifierKind, string>>): string {
  return finds.toReversed().reduce((left, find) => left.slice(0, find.start) + words[find.kind] + left.slice(find.end), text)
}

/** What a case's record says of its people, for the linter. */
export function knownOf(people: readonly PersonDraft[], children: readonly ChildDraft[] = []): KnownIdentifiers {
  const everybody = [...people, ...children]
  const filled = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '')
  return {
    names: filled(everybody.map((person) => person.name)),
    datesOfBirth: everybody.map((person) => person.dateOfBirth).filter((date) => date !== null),
    phones: filled(people.map((person) => person.phone)),
    addresses: filled(people.map((person) => person.address)),
    emails: [],
    places: filled(children.map((child) => child.school)),
  }
}

/** Everything known in several cases at once, for an agency whose actions touch all of them. */
export function knownTogether(all: readonly KnownIdentifiers[]): KnownIdentifiers {
  return {
    names: all.flatMap((known) => known.names),
    datesOfBirth: all.flatMap((known) => known.datesOfBirth),
    phones: all.flatMap((known) => known.phones),
    addresses: all.flatMap((known) => known.addresses),
    emails: all.flatMap((known) => known.emails),
    places: all.flatMap((known) => known.places),
    codes: all.flatMap((known) => known.codes ?? []),
  }
}

type Marked = Span & { readonly kind: IdentifierKind }

function trimmed({ start, end }: Span, text: string): Span {
  const inside = text.slice(start, end)
  return { start: start + (inside.length - inside.trimStart().length), end: end - (inside.length - inside.trimEnd().length) }
}

function disjoint(finds: readonly Marked[]): readonly Marked[] {
  const merged: Marked[] = []
  for (const find of finds
    .filter(({ start, end }) => end > start)
    .toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1)
    if (last && find.start < last.end) {
      const kind = RANK[find.kind] < RANK[last.kind] ? find.kind : last.kind
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, find.end), kind }
    } else {
      merged.push(find)
    }
  }
  return merged
}
