import { addMonths, type IsoDate } from './dates.ts'
import type { IncidentKind } from './record/incident.ts'
import type { RepeatAnchor, RepeatRule } from './repeat-rule.ts'

/** What a referral of a known pair is about. */
export type FurtherIncident = {
  readonly receivedOn: IsoDate
  readonly incidentOn: IsoDate | null
  /** Null where nobody said of what kind: then it is taken to be one that counts. */
  readonly incidentKind: IncidentKind | null
  /** The day of the meeting that heard this very referral: it does not count as a hearing before it. */
  readonly heardOn?: IsoDate | null
}

/** An incident of the record, whichever agency came to know of it. */
export type RecordedIncident = {
  readonly on: IsoDate
  readonly kind: IncidentKind
  readonly identifiedOn: IsoDate
}

/** What is known of one pair: the same victim and the same perpetrator. Another perpetrator is another case (domain.md 4). */
export type PairHistory = {
  /** The referrals before the one that is judged, but for those that were sent back; of one day, in the order in which they came. */
  readonly referrals: readonly FurtherIncident[]
  /** Days of the meetings that heard the pair, in any order. */
  readonly meetings: readonly IsoDate[]
  /** The incidents of the record, in any order. */
  readonly incidents: readonly RecordedIncident[]
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
  /** It tells of what was known by the last referral or meeting already, and the referral before it was no repeat either. */
  | { readonly kind: 'sameIncident'; readonly anchor: RepeatAnchor; readonly on: IsoDate; readonly lastOn: IsoDate }
  /** The team counts from meetings, and none has heard this pair yet. */
  | { readonly kind: 'neverHeard'; readonly lastReferralOn: IsoDate }

/** Violence, threats to people or property, stalking or harassment, sexual abuse, a broken order: what would be criminal if reported (domain.md 4). */
function isQualifying(kind: IncidentKind | null): boolean {
  return kind !== 'other'
}

type Told = { readonly on: IsoDate | null; readonly kind: IncidentKind | null }

/** Of one day and one kind: two agencies tell of one incident. A kind that nobody said may be any that counts. */
function isSameIncident(one: Told, other: Told): boolean {
  return one.on !== null && one.on === other.on && (one.kind === null || other.kind === null || one.kind === other.kind)
}

const toldBy = ({ incidentOn, incidentKind }: FurtherIncident): Told => ({ on: incidentOn, kind: incidentKind })

const lastOf = (days: readonly IsoDate[]) => days.reduce<IsoDate | null>((last, day) => (last === null || day > last ? day : last), null)

const firstOf = (days: readonly IsoDate[]) =>
  days.reduce<IsoDate | null>((first, day) => (first === null || day < first ? day : first), null)

/**
 * The day on which the incident of a referral counts as identified: its own day, so that a late referral of it is no less a repeat. An incident from
 * before the last day that counts was not known then, and one after the receipt is a slip of the pen: both count from the day of receipt.
 */
function ownIdentifiedOn({ receivedOn, incidentOn }: FurtherIncident, lastOn: IsoDate): IsoDate {
  return incidentOn === null || incidentOn > receivedOn || incidentOn < lastOn ? receivedOn : incidentOn
}

/**
 * Whether a referral of the same victim and perpetrator is a repeat: a further incident of a kind that counts, told by the referral or identified by any
 * agency since, within so many months of the last referral or meeting; exactly so many still counts (SafeLives' definition, domain.md section 4). Of
 * 29 February a year ends on 28 February. What was known by the last referral or meeting is nothing further; a referral that tells of nothing else is
 * of one piece with the referral before it, and a repeat where that is one.
 */
export function judgeRepeat(history: PairHistory, referral: FurtherIncident, rule: RepeatRule): RepeatVerdict {
  const { receivedOn, incidentKind } = referral
  const before = history.referrals
    .filter((earlier) => earlier.receivedOn <= receivedOn)
    .toSorted((one, other) => (one.receivedOn < other.receivedOn ? -1 : Number(one.receivedOn > other.receivedOn)))
  const last = before.at(-1)
  if (last === undefined) return { kind: 'first' }
  const { anchor, months } = rule
  const heard = history.meetings.filter((day) => day <= receivedOn && day !== referral.heardOn)
  const lastOn = anchor === 'lastReferral' ? last.receivedOn : lastOf(heard)
  if (lastOn === null) return { kind: 'neverHeard', lastReferralOn: last.receivedOn }
  const until = addMonths(lastOn, months)
  const reckoned = (identifiedOn: IsoDate) => ({ anchor, lastOn, months, until, identifiedOn })

  const recorded = history.incidents.filter(({ kind, identifiedOn }) => isQualifying(kind) && identifiedOn <= receivedOn)
  const known = [
    ...before.filter((earlier) => earlier.receivedOn <= lastOn && isQualifying(earlier.incidentKind)).map(toldBy),
    // What came to be known on the day of receipt itself may be what this referral told.
    ...recorded.filter(({ identifiedOn }) => identifiedOn <= lastOn && identifiedOn < receivedOn),
  ]
  const isKnown = (told: Told) => known.some((one) => isSameIncident(one, told))

  const own = toldBy(referral)
  const isTold = isQualifying(incidentKind) && isKnown(own)
  const ownOn = isTold ? receivedOn : ownIdentifiedOn(referral, lastOn)
  const since = recorded.filter((incident) => incident.identifiedOn > lastOn && !isKnown(incident)).map(({ identifiedOn }) => identifiedOn)
  const further = isQualifying(incidentKind) && !isTold ? [ownOn, ...since] : since
  const firstInTime = firstOf(further.filter((day) => day <= until))
  if (firstInTime !== null) return { kind: 'repeat', ...reckoned(firstInTime) }
  if (ownOn > until) return { kind: 'newAfterLapse', ...reckoned(ownOn) }
  if (!isTold) return { kind: 'notQualifying', ...reckoned(ownOn) }
  const standing = judgeRepeat({ ...history, referrals: before.slice(0, -1) }, last, rule)
  if (standing.kind === 'repeat' || own.on === null) return standing
  return { kind: 'sameIncident', anchor, on: own.on, lastOn }
}
