import type { IsoDate } from '../dates.ts'
import { agencyKey } from '../agency.ts'
import { alikeFrom, nameLikeness, orderlessKey } from './name-likeness.ts'

export type PersonOfPair = { readonly name: string; readonly dateOfBirth: IsoDate | null }

/** A victim and a perpetrator, wherever they come from. */
export type Pair = { readonly victim: PersonOfPair; readonly perpetrator: PersonOfPair }

export type PairInFile = Pair & { readonly row: number; readonly receivedOn: IsoDate; readonly agencyName: string }

export type KnownPair = Pair & {
  readonly caseReference: string
  readonly referrals: readonly { readonly receivedOn: IsoDate; readonly agencyName: string }[]
}

/** Why two pairs are taken to be one; the screen words it. */
export type DuplicateReason = 'sameNames' | 'similarVictimName' | 'similarPerpetratorName' | 'sameBirthDates' | 'birthDateMissing' | 'birthDateTurned' | 'sameDate' | 'sameAgency'

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
  const index = pairIndex<{ readonly pair: Pair; readonly row: PairInFile | null; readonly case: KnownPair | null }>()
  for (const pair of known) index.add(pair, { pair, row: null, case: pair })
  const found: Duplicate[] = []
  for (const row of rows) {
    const candidates = index.near(row).flatMap((entry) => {
      const likeness = likenessOf(row, entry.pair)
      return likeness === null ? [] : [{ ...entry, likeness, isSame: isSameReferral(row, entry.row ? [entry.row] : (entry.case?.referrals ?? [])) }]
    })
    const best = candidates.toSorted((a, b) => rankOf(b) - rankOf(a))[0]
    if (best) {
      const kind = best.isSame ? 'sameReferral' : best.likeness.certain ? 'knownPair' : 'similarPair'
      const because: readonly DuplicateReason[] = best.isSame ? [...best.likeness.because, 'sameDate', 'sameAgency'] : best.likeness.because
      found.push({ row: row.row, kind, withRow: best.row?.row ?? null, caseReference: best.case?.caseReference ?? null, because })
    }
    index.add(row, { pair: row, row, case: null })
  }
  return found
}

/** A case of the store goes before a row of the file where both are as good. */
function rankOf({ isSame, likeness, case: known }: { readonly isSame: boolean; readonly likeness: Likeness; readonly case: KnownPair | null }): number {
  return (isSame ? 4 : 0) + (likeness.certain ? 2 : 0) + likeness.score + (known ? 0.001 : 0)
}

function isSameReferral(row: PairInFile, others: readonly { readonly receivedOn: IsoDate; readonly agencyName: string }[]): boolean {
  return others.some((other) => other.receivedOn === row.receivedOn && agencyKey(other.agencyName) === agencyKey(row.agencyName))
}

/** How alike two pairs are, or null where they are not: both names must agree or be spellings of one, and no birth date may speak against it. */
export function likenessOf(a: Pair, b: Pair): Likeness | null {
  const victim = personLikeness(a.victim, b.victim)
  if (victim === null) return null
  const perpetrator = personLikeness(a.perpetrator, b.perpetrator)
  if (perpetrator === null) return null
  const because = new Set<DuplicateReason>()
  if (victim.names === 1 && perpetrator.names === 1) because.add('sameNames')
  if (victim.names < 1) because.add('similarVictimName')
  if (perpetrator.names < 1) because.add('similarPerpetratorName')
  for (const { births } of [victim, perpetrator]) because.add(births === 'same' ? 'sameBirthDates' : births === 'turned' ? 'birthDateTurned' : 'birthDateMissing')
  const certain = because.has('sameNames') && victim.births === 'same' && perpetrator.births !== 'turned'
  return { certain, score: (victim.names + perpetrator.names) / 2, because: [...because] }
}

function personLikeness(a: PersonOfPair, b: PersonOfPair): { readonly names: number; readonly births: 'same' | 'turned' | 'missing' } | null {
  const births = comparedBirths(a.dateOfBirth, b.dateOfBirth)
  if (births === 'other') return null
  const isSame = orderlessKey(a.name) === orderlessKey(b.name)
  const names = isSame ? 1 : Math.min(0.999, nameLikeness(a.name, b.name))
  if (names < alikeFrom || (births === 'turned' && !isSame)) return null
  return { names, births }
}

/** `turned`: day and month changed places, the usual slip between two countries' spreadsheets. */
function comparedBirths(a: IsoDate | null, b: IsoDate | null): 'same' | 'turned' | 'missing' | 'other' {
  if (a === null || b === null) return 'missing'
  if (a === b) return 'same'
  const [year, month, day] = a.split('-')
  return b === `${year}-${day}-${month}` ? 'turned' : 'other'
}

/** Finds the pairs worth comparing: those that share a word of the victim's or the perpetrator's name, or the victim's birth date. */
function pairIndex<Entry>() {
  const byKey = new Map<string, Entry[]>()
  const keysOf = ({ victim, perpetrator }: Pair) => {
    const keys = new Set([...orderlessKey(victim.name).split(' ').map((word) => `v ${word}`), ...orderlessKey(perpetrator.name).split(' ').map((word) => `p ${word}`)])
    if (victim.dateOfBirth !== null) keys.add(`b ${victim.dateOfBirth}`)
    return [...keys]
  }
  return {
    add(pair: Pair, entry: Entry): void {
      for (const key of keysOf(pair)) {
        const entries = byKey.get(key)
        if (entries) entries.push(entry)
        else byKey.set(key, [entry])
      }
    },
    near: (pair: Pair): readonly Entry[] => [...new Set(keysOf(pair).flatMap((key) => byKey.get(key) ?? []))],
  }
}
