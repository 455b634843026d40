import { addMonths, type IsoDate } from './dates.ts'

/** Why a referral of a known pair is a repeat or is not one; the screen words it. */
export type RepeatVerdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly lastReferralOn: IsoDate; readonly until: IsoDate }
  | { readonly kind: 'newAfterLapse'; readonly lastReferralOn: IsoDate; readonly until: IsoDate }

/**
 * Whether a referral of the same victim and perpetrator is a repeat: a further incident within 12 months of the last referral; exactly 12
 * months still counts (SafeLives' definition, domain.md section 4). `identifiedOn` is the incident's date, else the date of the referral.
 */
export function judgeRepeat(earlierReferrals: readonly IsoDate[], identifiedOn: IsoDate, months = 12): RepeatVerdict {
  const before = earlierReferrals.filter((date) => date <= identifiedOn)
  const lastReferralOn = before.reduce<IsoDate | null>((last, date) => (last === null || date > last ? date : last), null)
  if (lastReferralOn === null) return { kind: 'first' }
  const until = addMonths(lastReferralOn, months)
  return identifiedOn <= until ? { kind: 'repeat', lastReferralOn, until } : { kind: 'newAfterLapse', lastReferralOn, until }
}
