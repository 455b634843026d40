import { type FoldedText, literal, matches, type Span } from './folded-text.ts'
import { nameForms, nameInitials, nameWord, noWordEdges, particles } from './name-forms.ts'

const BETWEEN_PARTS = new RegExp(`^(?:'|-|\\.|[ \\n-]+(?:(?:${[...particles].join('|')}|\\p{L}\\.?)[ \\n-]+)*)$`, 'u')
/** What may stand inside one part of a name: `O-Neil`, `O’ Neil`, a part divided at the end of a line. */
const INSIDE_A_PART = /^(?:\s?-\s?|\s?'\s?|\.)$/u
/** Beginnings of a part that are written apart from it as well: `O Neil`, `Mc Donald`, `De Luca`. */
const APART = new Set(['o', 'd', 'mc', 'mac', 'fitz', 'saint', 'st', ...particles])

/** Finds the parts of the given names in a text, in whatever case, accents, possessive or hyphenation. Stretches of the folded text. */
export function nameScanner(names: readonly string[]): (text: FoldedText) => readonly Span[] {
  const forms = new Set(names.flatMap((name) => [...nameForms(name)]))
  const anywhere = [...forms].filter((form) => noWordEdges.test(form))
  const inside = anywhere.length === 0 ? null : alternatives(anywhere.map(literal))
  const initials = new Set(names.flatMap(nameInitials))
  const dotted = names.flatMap(dottedInitials)
  const spelled = dotted.length === 0 ? null : alternatives(dotted)
  return (folded) => {
    const words = [...folded.text.matchAll(nameWord)].map((match) => ({ text: match[0], at: match.index }))
    const spans = words.flatMap((word, index) => [
      ...wordSpans(word, forms, folded),
      ...pairSpan(word, words[index + 1], forms, folded.text),
    ])
    const parts = joined([...spans, ...(inside ? matches(folded, inside) : [])], folded.text)
    const ofInitials = spelled ? matches(folded, spelled).filter((span) => isCapital(folded, span) && !isTimeOfDay(folded.text, span)) : []
    return [...parts.map((span) => withInitials(span, initials, folded)), ...ofInitials]
  }
}

function alternatives(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.toSorted((one, other) => other.length - one.length).join('|'), 'gu')
}

type Word = { readonly text: string; readonly at: number }

function wordSpans({ text: word, at }: Word, forms: ReadonlySet<string>, folded: FoldedText): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const piece of word.split("'")) {
    if (isForm(piece, forms)) {
      // The `O'` of `O'Neil` belongs to the name.
      const lead = from === 2 ? 0 : from
      spans.push({ start: at + lead, end: at + from + piece.length })
    } else spans.push(...humps(at + from, piece, forms, folded))
    from += piece.length + 1
  }
  if (spans.length > 0 || !word.includes("'")) return spans
  return isForm(word.replaceAll("'", ''), forms) ? [{ start: at, end: at + word.length }] : []
}

/** Names that only a capital divides from the word before: `MrsSmith`, `theSmiths`, `SmithFamily`. */
function humps(at: number, word: string, forms: ReadonlySet<string>, folded: FoldedText): readonly Span[] {
  const edges = [0]
  for (let index = 1; index < word.length; index += 1) {
    if (/\p{Lu}/u.test(originalAt(folded, at + index)) && /\p{Ll}/u.test(originalAt(folded, at + index - 1))) edges.push(index)
  }
  if (edges.length === 1) return []
  return edges.flatMap((start, index) => {
    const end = edges[index + 1] ?? word.length
    return end - start > 2 && isForm(word.slice(start, end), forms) ? [{ start: at + start, end: at + end }] : []
  })
}

function pairSpan(word: Word, next: Word | undefined, forms: ReadonlySet<string>, text: string): readonly Span[] {
  if (next === undefined) return []
  const end = next.at + next.text.length
  const between = text.slice(word.at + word.text.length, next.at)
  const isOnePart = INSIDE_A_PART.test(between) || (/^\s$/.test(between) && APART.has(word.text))
  const whole = `${word.text}${next.text}`.replaceAll("'", '')
  return isOnePart && whole.length >= 4 && isForm(whole, forms) ? [{ start: word.at, end }] : []
}

/** `marias` is how `Maria's` is often typed. */
function isForm(word: string, forms: ReadonlySet<string>): boolean {
  return forms.has(word) || (word.length >= 4 && word.endsWith('s') && forms.has(word.slice(0, -1)))
}

/** Parts of one name beside each other become one stretch, with the particles and initials between them. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1)
    if (last && (span.start <= last.end || BETWEEN_PARTS.test(text.slice(last.end, span.start)))) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else {
      merged.push(span)
    }
  }
  return merged
}

const BEFORE_A_NAME = /(?<![\p{L}\p{N}'])(?:\p{L}(?:\.\s?|\s)){1,3}$/u
const AFTER_A_NAME = /^,?\s(?:\p{L}\.\s?){1,3}(?![\p{L}\p{N}'])/u

/** The name with the initials that stand before or after it: `A. M. Quill`, `Quill, A.M.` */
function withInitials(span: Span, initials: ReadonlySet<string>, folded: FoldedText): Span {
  const isTheirs = (found: Span) =>
    isCapital(folded, found) && (folded.text.slice(found.start, found.end).match(/\p{L}/gu) ?? []).every((letter) => initials.has(letter))
  const before = BEFORE_A_NAME.exec(folded.text.slice(Math.max(0, span.start - 12), span.start))?.[0].length ?? 0
  const after = AFTER_A_NAME.exec(folded.text.slice(span.end, span.end + 12))?.[0].length ?? 0
  return {
    start: before > 0 && isTheirs({ start: span.start - before, end: span.start }) ? span.start - before : span.start,
    end: after > 0 && isTheirs({ start: span.end, end: span.end + after }) ? span.end + after : span.end,
  }
}

/** `A.M.O.` and `A.O.` of a name: coded names are names still (domain.md 6.1), and the screen itself speaks of people so. */
function dottedInitials(name: string): readonly string[] {
  const all = nameInitials(name)
  if (all.length < 2) return []
  const ends = [all[0] ?? '', all.at(-1) ?? '']
  return [all, ends].map((letters) => String.raw`(?<![\p{L}\p{N}.])${letters.map(literal).join(String.raw`\.\s?`)}(?:\.|(?![\p{L}\p{N}]))`)
}

function isTimeOfDay(text: string, { start, end }: Span): boolean {
  return /^[ap]\.\s?m/u.test(text.slice(start, end)) && /\d\s?$/u.test(text.slice(0, start))
}

function isCapital(folded: FoldedText, { start, end }: Span): boolean {
  return !/\p{Ll}/u.test(folded.original.slice(folded.starts[start], folded.ends[end - 1]))
}

function originalAt(folded: FoldedText, at: number): string {
  return folded.original.slice(folded.starts[at], folded.ends[at])
}
