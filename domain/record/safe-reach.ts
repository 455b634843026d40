import { agencyKey } from '../agency.ts'
import type { IsoDate } from '../dates.ts'
import type { AgencyId } from '../ids.ts'
import type { SafeContact } from '../safe-contact.ts'
import { contactMap, type ContactRow, type KnownAgency } from './contact-map.ts'
import type { Entry } from './entry.ts'

/** A contact within so many days is recent. Ours: a month is the rhythm of the meetings. */
const recentDays = 31

/** Why an agency stands where it stands: what speaks for it, then what to mind. */
export const reachReasons = [
  'named',
  'safeToRaise',
  'meetsHer',
  'meetsChildOnly',
  'recent',
  'notRecent',
  'dayUnknown',
  'safetyUnknown',
  'meetsHimToo',
] as const
export type ReachReason = (typeof reachReasons)[number]

/** An agency that could reach her. `safe`: the matter may be raised there; `askFirst`: nobody has said that it may. */
export type Reach = {
  readonly agencyId: AgencyId
  readonly standing: 'safe' | 'askFirst'
  readonly reasons: readonly ReachReason[]
  readonly daysAgo: number | null
}

type Options = {
  readonly safeContact: SafeContact
  readonly agencies: readonly KnownAgency[]
  readonly today: IsoDate
}

/** What she, or who knows her, has said of contact leaves only these: those whom it names, or those who meet her anyway and safely. */
function isAllowed(row: ContactRow, { safeContact, agencies }: Options): boolean {
  switch (safeContact.kind) {
    case 'direct':
      return true
    case 'onlyThrough':
      return isNamed(row, safeContact, agencies)
    case 'doNotContact':
      return row.victim?.isSafeToRaise === 'yes'
  }
}

/** Whether the words of safe contact name the agency. */
function isNamed({ agencyId }: ContactRow, safeContact: SafeContact, agencies: readonly KnownAgency[]): boolean {
  const name = agencyKey(agencies.find(({ id }) => id === agencyId)?.name ?? '')
  return name !== '' && safeContact.kind === 'onlyThrough' && ` ${agencyKey(safeContact.who)} `.includes(` ${name} `)
}

function reachOf(row: ContactRow, options: Options): Reach | null {
  const contact = row.victim ?? row.child
  // Who meets only him is never asked, and where somebody said that it is not safe, nobody asks again.
  if (contact === null || contact.isSafeToRaise === 'no' || !isAllowed(row, options)) return null
  // Through a child nothing is tried out.
  if (row.victim === null && contact.isSafeToRaise !== 'yes') return null
  const isSafe = contact.isSafeToRaise === 'yes'
  const recency = contact.daysAgo === null ? 'dayUnknown' : contact.daysAgo <= recentDays ? 'recent' : 'notRecent'
  const holds = {
    named: isNamed(row, options.safeContact, options.agencies),
    safeToRaise: isSafe,
    meetsHer: row.victim !== null,
    meetsChildOnly: row.victim === null,
    recent: recency === 'recent',
    notRecent: recency === 'notRecent',
    dayUnknown: recency === 'dayUnknown',
    safetyUnknown: !isSafe,
    meetsHimToo: row.perpetrator !== null,
  } satisfies Record<ReachReason, boolean>
  return {
    agencyId: row.agencyId,
    standing: isSafe ? 'safe' : 'askFirst',
    reasons: reachReasons.filter((reason) => holds[reason]),
    daysAgo: contact.daysAgo,
  }
}

/** Smaller is better: safe first, then who does not meet him as well, then who meets her, then the latest. */
function rankOf({ standing, reasons, daysAgo }: Reach): readonly number[] {
  const has = (reason: ReachReason) => Number(reasons.includes(reason))
  return [Number(standing === 'askFirst'), has('meetsHimToo'), has('meetsChildOnly'), daysAgo ?? Number.MAX_SAFE_INTEGER]
}

/**
 * Who can reach her safely, best first, each with the reasons (domain.md 12, benefit b). Never an agency that meets only him, never one where it was said
 * not to be safe. Safe contact stands above it: `onlyThrough` leaves only whom it names; `doNotContact` only those who meet her anyway and may raise it.
 */
export function whoCanReachHerSafely(entries: readonly Entry[], options: Options): readonly Reach[] {
  return contactMap(entries, options.today)
    .flatMap((row) => reachOf(row, options) ?? [])
    .toSorted((one, other) => {
      const [a, b] = [rankOf(one), rankOf(other)]
      const index = a.findIndex((value, at) => value !== b[at])
      return index === -1 ? one.agencyId - other.agencyId : (a[index] ?? 0) - (b[index] ?? 0)
    })
}
