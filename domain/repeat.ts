import { addMonths, type IsoDate } from './dates.ts'

/** Why a referral of a known pair is a repeat or is not one; the screen words it. */
export type RepeatVerdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly lastReferralOn: IsoDate; readonly until: IsoDate }
  | { readonly kind: 'newAfterLapse'; readonly lastReferralOn: IsoDate; readonly until: IsoDate }

type ReferralDays = { readonly receivedOn: IsoDate; readonly incidentOn: IsoDate | null }

/**
 * The day on which the incident of a referral counts as identified: its own day, so that a late referral of it is no less a repeat. An incident from
 * before the last referral was not known then, and one after the receipt is a slip of the pen: both count from the day of receipt.
 */
export function identifiedOn(earlierReferrals: readonly IsoDate[], { receivedOn, incidentOn }: ReferralDays): IsoDate {
  if (incidentOn === null || incidentOn > receivedOn) return receivedOn
  return earlierReferrals.some((date) => date > incidentOn && date <= receivedOn) ? receivedOn : incidentOn
}

/**
 * Whether a referral of the same victim and perpetrator is a repeat: a further incident within 12 months of the last referral; exactly 12
 * months still counts (SafeLives' definition, domain.md section 4). `on` is the day that `identifiedOn` gives.
 */
export function judgeRepeat(earlierReferrals: readonly IsoDate[], on: IsoDate, months = 12): RepeatVerdict {
  const before = earlierReferrals.filter((date) => date <= on)
  const lastReferralOn = before.reduce<IsoDate | null>((last, date) => (last === null || date > last ? date : last), null)
  if (lastReferralOn === null) return { kind: 'first' }
  const until = addMonths(lastReferralOn, months)
  return on <= until ? { kind: 'repeat', lastReferralOn, until } : { kind: 'newAfterLapse', lastReferralOn, until }
}
