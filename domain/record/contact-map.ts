import type { Agency, Sector } from '../agency.ts'
import { daysBetween, type IsoDate } from '../dates.ts'
import type { AgencyId } from '../ids.ts'
import { type MetPerson, metPeople } from './contact-point.ts'
import { entriesOf, type Entry, type EntryOf } from './entry.ts'
import type { KnownAnswer } from './known.ts'

/** How an agency meets one person of the case. */
export type Contact = {
  /** Newest first; several where an agency meets somebody in more than one place. */
  readonly entries: readonly EntryOf<'contactPoint'>[]
  readonly lastOn: IsoDate | null
  /** Whole days since the last contact; null where no day is known. */
  readonly daysAgo: number | null
  /** `no` if any of the entries says no: a doubt about her safety is not outvoted. */
  readonly isSafeToRaise: KnownAnswer
}

/** One agency, and whom of the case it meets. */
export type ContactRow = { readonly agencyId: AgencyId } & Readonly<Record<MetPerson, Contact | null>>

function mostCautious(answers: readonly KnownAnswer[]): KnownAnswer {
  if (answers.includes('no')) return 'no'
  return answers.includes('yes') ? 'yes' : 'unknown'
}

function contactOf(points: readonly EntryOf<'contactPoint'>[], today: IsoDate): Contact | null {
  if (points.length === 0) return null
  const entries = points.toSorted((one, other) => {
    const [a, b] = [one.content.lastOn ?? '', other.content.lastOn ?? '']
    return a === b ? other.id - one.id : a > b ? -1 : 1
  })
  const lastOn = entries[0]?.content.lastOn ?? null
  return {
    entries,
    lastOn,
    daysAgo: lastOn === null ? null : daysBetween(lastOn, today),
    isSafeToRaise: mostCautious(entries.map(({ content }) => content.isSafeToRaise)),
  }
}

/** Which agency meets whom, when last, and whether it is safe to raise the matter there; who meets her comes first, the latest first. */
export function contactMap(entries: readonly Entry[], today: IsoDate): readonly ContactRow[] {
  const points = entriesOf(entries, 'contactPoint')
  const agencyIds = [...new Set(points.map(({ content }) => content.agencyId))]
  return agencyIds
    .map((agencyId): ContactRow => {
      const of = (person: MetPerson) =>
        contactOf(
          points.filter(({ content }) => content.agencyId === agencyId && content.meets === person),
          today,
        )
      return { agencyId, victim: of('victim'), child: of('child'), perpetrator: of('perpetrator') }
    })
    .toSorted((one, other) => {
      const [a, b] = [closeness(one), closeness(other)]
      return a.person - b.person || (a.daysAgo === b.daysAgo ? one.agencyId - other.agencyId : a.daysAgo - b.daysAgo)
    })
}

function closeness(row: ContactRow): { readonly person: number; readonly daysAgo: number } {
  const person = metPeople.findIndex((met) => row[met] !== null)
  const met = metPeople[person]
  return { person, daysAgo: (met === undefined ? null : row[met]?.daysAgo) ?? Number.MAX_SAFE_INTEGER }
}

/** As much of an agency as the map needs. */
export type KnownAgency = Pick<Agency, 'id' | 'name' | 'sector'>

/** A sector that the team has agencies of, none of which is round this case. */
export type MissingSector = { readonly sector: Sector; readonly agencies: readonly KnownAgency[] }

/** What can be asked to join: the sectors of the team's agencies that neither meet anybody of the case nor are otherwise part of it (actions, the referral). */
export function missingSectors(
  entries: readonly Entry[],
  agencies: readonly KnownAgency[],
  alsoInvolved: readonly AgencyId[] = [],
): readonly MissingSector[] {
  const involved = new Set<AgencyId>([...entriesOf(entries, 'contactPoint').map(({ content }) => content.agencyId), ...alsoInvolved])
  const present = new Set(agencies.filter(({ id }) => involved.has(id)).map(({ sector }) => sector))
  const missing = new Map<Sector, KnownAgency[]>()
  for (const agency of agencies) {
    // `other` is no sector that could be missing.
    if (agency.sector === 'other' || present.has(agency.sector)) continue
    missing.set(agency.sector, [...(missing.get(agency.sector) ?? []), agency])
  }
  return [...missing].map(([sector, ofSector]) => ({ sector, agencies: ofSector }))
}
