import type { IsoDate } from '../dates.ts'
import { agencyKey } from '../agency.ts'
import { birthAgreement } from '../people/duplicates/birth-agreement.ts'
import { isShortForm } from '../people/duplicates/short-forms.ts'
import { alikeFrom, mayBeAlike, type NameKeys, nameKeys, nameLikeness } from '../people/name-likeness.ts'

export type PersonOfPair = { readonly name: string; readonly dateOfBirth: IsoDate | null }

/** A victim and a perpetrator, wherever they come from. */
export type Pair = { readonly victim: PersonOfPair; readonly perpetrator: PersonOfPair }

export type PairInFile = Pair & { readonly row: number; readonly receivedOn: IsoDate; readonly agencyName: string }

export type KnownPair = Pair & {
  readonly caseReference: string
  readonly referrals: readonly { readonly receivedOn: IsoDate; readonly agencyName: string }[]
}

/** Why two pairs are taken to be one; the screen words it. */
export type DuplicateReason =
  | 'sameNames'
  | 'similarVictimName'
  | 'similarPerpetratorName'
  | 'sameBirthDates'
  | 'birthDateMissing'
  | 'birthDateTurned'
  | 'sameDate'
  | 'sameAgency'

export type Duplicate = {
  readonly row: number
  /** `sameReferral`: pair, date and agency agree. `knownPair`: the same two people, certainly. `similarPair`: possibly the same. */
  readonly kind: 'sameReferral' | 'knownPair' | 'similarPair'
  /** The earlier row of the file, or the case of the store, that it repeats. */
  readonly withRow: number | null
  readonly caseReference: string | null
  readonly because: readonly DuplicateReason[]
}

type Likeness = { readonly certain: boolean; readonly score: number; readonly because: readonly DuplicateReason[] }

/** A file's rows, each against the rows before it and the cases of the store: at most one duplicate a row, the strongest. */
export function findDuplicates(rows: readonly PairInFile[], known: readonly KnownPair[]): Duplicate[] {
  const index = pairIndex()
  for (const pair of known) index.add({ pair: compared(pair), row: null, case: pair })
  const found: Duplicate[] = []
  for (const row of rows) {
    const pair = compared(row)
    const candidates = index.near(pair).flatMap((entry) => {
      const likeness = comparePairs(pair, entry.pair)
      return likeness === null
        ? []
        : [{ ...entry, likeness, isSame: isSameReferral(row, entry.row ? [entry.row] : (entry.case?.referrals ?? [])) }]
    })
    const best = candidates.toSorted((a, b) => rankOf(b) - rankOf(a))[0]
    if (best) {
      const kind = best.isSame ? 'sameReferral' : best.likeness.certain ? 'knownPair' : 'similarPair'
      const because: readonly DuplicateReason[] = best.isSame ? [...best.likeness.because, 'sameDate', 'sameAgency'] : best.likeness.because
      found.push({ row: row.row, kind, withRow: best.row?.row ?? null, caseReference: best.case?.caseReference ?? null, because })
    }
    index.add({ pair, row, case: null })
  }
  return found
}

/** A case of the store goes before a row of the file where both are as good. */
function rankOf({
  isSame,
  likeness,
  case: known,
}: {
  readonly isSame: boolean
  readonly likeness: Likeness
  readonly case: KnownPair | null
}): number {
  return (isSame ? 4 : 0) + (likeness.certain ? 2 : 0) + likeness.score + (known ? 0.001 : 0)
}

function isSameReferral(row: PairInFile, others: readonly { readonly receivedOn: IsoDate; readonly agencyName: string }[]): boolean {
  return others.some((other) => other.receivedOn === row.receivedOn && agencyKey(other.agencyName) === agencyKey(row.agencyName))
}

/** How alike two pairs are, or null where they are not: both names must agree or be spellings of one, and no birth date may speak against it. */
export function likenessOf(a: Pair, b: Pair): Likeness | null {
  return comparePairs(compared(a), compared(b))
}

type ComparedPerson = NameKeys & { readonly dateOfBirth: IsoDate | null }
type ComparedPair = { readonly victim: ComparedPerson; readonly perpetrator: ComparedPerson }

function compared({ victim, perpetrator }: Pair): ComparedPair {
  const person = ({ name, dateOfBirth }: PersonOfPair) => ({ ...nameKeys(name), dateOfBirth })
  return { victim: person(victim), perpetrator: person(perpetrator) }
}

function comparePairs(a: ComparedPair, b: ComparedPair): Likeness | null {
  const victim = personLikeness(a.victim, b.victim)
  if (victim === null) return null
  const perpetrator = personLikeness(a.perpetrator, b.perpetrator)
  if (perpetrator === null) return null
  const because = new Set<DuplicateReason>()
  if (victim.names === 1 && perpetrator.names === 1) because.add('sameNames')
  if (victim.names < 1) because.add('similarVictimName')
  if (perpetrator.names < 1) because.add('similarPerpetratorName')
  for (const { births } of [victim, perpetrator])
    because.add(births === 'same' ? 'sameBirthDates' : births === 'turned' ? 'birthDateTurned' : 'birthDateMissing')
  const certain = because.has('sameNames') && victim.births === 'same' && perpetrator.births !== 'turned'
  return { certain, score: (victim.names + perpetrator.names) / 2, because: [...because] }
}

function personLikeness(
  a: ComparedPerson,
  b: ComparedPerson,
): { readonly names: number; readonly births: 'same' | 'turned' | 'missing' } | null {
  const births = comparedBirths(a.dateOfBirth, b.dateOfBirth)
  if (births === 'other') return null
  const isSame = a.orderless === b.orderless
  const isShort = !isSame && agreeByShortForms(a, b)
  if (!isShort && !mayBeAlike(a, b)) return null
  const names = isSame ? 1 : Math.min(0.999, Math.max(isShort ? byShortForm : 0, nameLikeness(a, b)))
  if (names < (births === 'same' ? alikeWithBirth : alikeFrom) || (births === 'turned' && !isSame)) return null
  return { names, births }
}

/** An equal day of birth carries a weaker likeness of names: `Noodlemogin, Milicent` for Millicent Noodlemoggin. It is asked about, never certain. */
const alikeWithBirth = 0.85

/** How alike two names are that agree but for a short form: alike enough to be asked about, never certain. */
const byShortForm = 0.95

/**
 * True for `Liz Quill` and `Elizabeth Quill`: word by word the same, but for first names that are forms of one. A last name must be the same: of two
 * first names alone nothing follows.
 */
function agreeByShortForms(a: NameKeys, b: NameKeys): boolean {
  const [words, others] = [a.asWritten.split(' '), b.asWritten.split(' ')]
  if (words.length !== others.length || words.length < 2) return false
  const left = [...words]
  const over = others.filter((word) => {
    const at = left.indexOf(word)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  if (over.length === words.length) return false
  return left.every((word) => {
    const at = over.findIndex((other) => isShortForm(word, other))
    if (at !== -1) over.splice(at, 1)
    return at !== -1
  })
}

/** `turned`: day and month changed places, the usual slip between two countries' spreadsheets. */
function comparedBirths(a: IsoDate | null, b: IsoDate | null): 'same' | 'turned' | 'missing' | 'other' {
  switch (birthAgreement(a, b)) {
    case 'same':
      return 'same'
    case 'missing':
      return 'missing'
    case 'dayAndMonth':
      return 'turned'
    // A file is read in without looking: a slip in a digit is left to the finder of people alike, which asks.
    case 'digitsSwapped':
    case 'oneDigit':
    case 'other':
      return 'other'
  }
}

/** A block of pairs that share a key grows no further than this: a file of one pair over and over is still read in time. */
const fullBlock = 200

/**
 * Finds the pairs worth comparing: those that share a word of the victim's name and a word of the perpetrator's, or one of these and the victim's
 * birth date. A slip in one word of a name leaves another word, or the date, to be found by.
 */
function pairIndex() {
  type Entry = { readonly pair: ComparedPair; readonly row: PairInFile | null; readonly case: KnownPair | null }
  const byKey = new Map<string, Entry[]>()
  const keysOf = ({ victim, perpetrator }: ComparedPair) => {
    const [victims, perpetrators] = [victim.orderless.split(' '), perpetrator.orderless.split(' ')]
    const keys = new Set(victims.flatMap((word) => perpetrators.map((other) => `${word}|${other}`)))
    if (victim.dateOfBirth !== null) {
      keys.add(`d ${victim.dateOfBirth}`)
      for (const word of victims) keys.add(`v ${word} ${victim.dateOfBirth}`)
      for (const word of perpetrators) keys.add(`p ${word} ${victim.dateOfBirth}`)
    }
    return [...keys]
  }
  return {
    add(entry: Entry): void {
      for (const key of keysOf(entry.pair)) {
        const entries = byKey.get(key)
        if (entries === undefined) byKey.set(key, [entry])
        else if (entries.length < fullBlock) entries.push(entry)
      }
    },
    near: (pair: ComparedPair): readonly Entry[] => [...new Set(keysOf(pair).flatMap((key) => byKey.get(key) ?? []))],
  }
}
