import type { CaseListing } from '../case.ts'
import { addDays, type IsoDate } from '../dates.ts'
import type { Referral } from '../referral.ts'

/** What came before a hearing of a case: all its places on agendas, and its referrals. */
export type BeforeHearing = {
  readonly heldOn: IsoDate
  readonly listings: readonly Pick<CaseListing, 'meetingOn' | 'outcome'>[]
  readonly referrals: readonly Pick<Referral, 'receivedOn' | 'incidentOn' | 'state'>[]
}

const awaited = ['open', 'listed', 'deferred'] as const satisfies readonly Referral['state'][]

/**
 * From which day on what she was asked and told is of this hearing (domain.md 12: her status is known for every listing): after the last meeting that
 * heard the case, and not before the incident, or the receipt, of the first referral that waits to be heard. Null where nothing came before: all counts.
 */
export function roundStart({ heldOn, listings, referrals }: BeforeHearing): IsoDate | null {
  const heardOn = latest(listings.flatMap(({ meetingOn, outcome }) => (outcome === 'discussed' && meetingOn < heldOn ? [meetingOn] : [])))
  if (heardOn === null && !referrals.some(({ state }) => state === 'screenedOut')) return null
  const waiting = referrals.filter(({ state }) => awaited.some((each) => each === state))
  const days = waiting.map(({ receivedOn, incidentOn }) => (incidentOn !== null && incidentOn < receivedOn ? incidentOn : receivedOn))
  const first = days.toSorted()[0]
  return latest([...(heardOn === null ? [] : [addDays(heardOn, 1)]), ...(first === undefined ? [] : [first])])
}

function latest(days: readonly IsoDate[]): IsoDate | null {
  return days.toSorted().at(-1) ?? null
}
