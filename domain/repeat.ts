import { addMonths, type IsoDate } from './dates.ts'
import type { IncidentKind } from './record/incident.ts'
import type { RepeatAnchor, RepeatRule } from './repeat-rule.ts'

/** What came before of one pair, as days in any order: the same victim and the same perpetrator. Another perpetrator is another case (domain.md 4). */
export type PairHistory = {
  /** Days on which the pair was referred, but for referrals that were sent back. */
  readonly referrals: readonly IsoDate[]
  /** Days of the meetings that heard the case. */
  readonly meetings: readonly IsoDate[]
}

/** What a referral of a known pair is about. */
export type FurtherIncident = {
  readonly receivedOn: IsoDate
  readonly incidentOn: IsoDate | null
  /** Null where nobody said of what kind: then it is taken to be one that counts. */
  readonly incidentKind: IncidentKind | null
}

/** By what a verdict was reached, for the screen to explain: the last referral or meeting, and until when a further incident makes a repeat. */
type Reckoning = {
  readonly anchor: RepeatAnchor
  readonly lastOn: IsoDate
  readonly months: number
  readonly until: IsoDate
  /** The day on which the further incident counts as identified. */
  readonly identifiedOn: IsoDate
}

/** Why a referral of a known pair is a repeat or is not one; the screen words it. */
export type RepeatVerdict =
  | { readonly kind: 'first' }
  | ({ readonly kind: 'repeat' } & Reckoning)
  | ({ readonly kind: 'newAfterLapse' } & Reckoning)
  /** In time, but what happened is of no kind that counts. */
  | ({ readonly kind: 'notQualifying' } & Reckoning)
  /** The team counts from meetings, and none has heard this pair yet. */
  | { readonly kind: 'neverHeard'; readonly lastReferralOn: IsoDate }

/** Violence, threats to people or property, stalking or harassment, sexual abuse, a broken order: what would be criminal if reported (domain.md 4). */
function isQualifying(kind: IncidentKind | null): boolean {
  return kind !== 'other'
}

function lastUntil(days: readonly IsoDate[], on: IsoDate): IsoDate | null {
  return days.reduce<IsoDate | null>((last, day) => (day <= on && (last === null || day > last) ? day : last), null)
}

/**
 * The day on which the incident of a referral counts as identified: its own day, so that a late referral of it is no less a repeat. An incident from
 * before the last day that counts was not known then, and one after the receipt is a slip of the pen: both count from the day of receipt.
 */
function identifiedOn(days: readonly IsoDate[], { receivedOn, incidentOn }: FurtherIncident): IsoDate {
  if (incidentOn === null || incidentOn > receivedOn) return receivedOn
  return days.some((day) => day > incidentOn && day <= receivedOn) ? receivedOn : incidentOn
}

/**
 * Whether a referral of the same victim and perpetrator is a repeat: a further incident of a kind that counts, within so many months of the last
 * referral or meeting; exactly so many still counts (SafeLives' definition, domain.md section 4). Of 29 February a year ends on 28 February.
 */
export function judgeRepeat(history: PairHistory, incident: FurtherIncident, { anchor, months }: RepeatRule): RepeatVerdict {
  const lastReferralOn = lastUntil(history.referrals, incident.receivedOn)
  if (lastReferralOn === null) return { kind: 'first' }
  const days = anchor === 'lastReferral' ? history.referrals : history.meetings
  const identified = identifiedOn(days, incident)
  const lastOn = lastUntil(days, identified)
  if (lastOn === null) return anchor === 'lastReferral' ? { kind: 'first' } : { kind: 'neverHeard', lastReferralOn }
  const until = addMonths(lastOn, months)
  const reckoning: Reckoning = { anchor, lastOn, months, until, identifiedOn: identified }
  if (identified > until) return { kind: 'newAfterLapse', ...reckoning }
  return { kind: isQualifying(incident.incidentKind) ? 'repeat' : 'notQualifying', ...reckoning }
}
