import { GuardedOpening } from '#domain/conflict.ts'
import { ClockTime, IsoDate, type IsoInstant } from '#domain/dates.ts'
import { CaseId, type EntryId, ListingId, MeetingId, ReferralId, SharedFactId, StatedRiskId } from '#domain/ids.ts'
import {
  AttendanceChange,
  type ListingDetail,
  type MeetingDetail,
  MeetingDraft,
  type MeetingRow,
  SharedFactDraft,
} from '#domain/meeting.ts'
import { line, words } from '#domain/text.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

const onMeeting = { meetingId: MeetingId }
const onListing = { listingId: ListingId }

export const meetingOperations = {
  list: query(z.undefined()).returns<readonly MeetingRow[]>(),
  get: query(z.strictObject(onMeeting)).returns<MeetingDetail>(),
  schedule: command(MeetingDraft).returns<MeetingId>(),
  change: command(z.strictObject({ ...onMeeting, draft: MeetingDraft })).returns<MeetingId>(),
  /** Puts every waiting referral and every case with open actions from earlier meetings on the agenda, children first. */
  fillAgenda: command(z.strictObject(onMeeting)).returns<{ readonly added: number }>(),
  addToAgenda: command(z.strictObject({ ...onMeeting, caseId: CaseId, referralId: ReferralId.nullable() })).returns<ListingId>(),
  /**
   * Has a case heard by an emergency meeting, one that is there or one that is called with it: takes it off a later agenda, puts it on this one with its
   * waiting referrals, and keeps the reason as a note of the case. Refused where the case is closed, or where a meeting that is no later awaits it.
   */
  callEmergency: command(
    z.strictObject({
      caseId: CaseId,
      meeting: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known'), ...onMeeting }),
        z.strictObject({
          kind: z.literal('new'),
          heldOn: IsoDate,
          startsAt: ClockTime,
          place: words(200).default(''),
          chair: words(120).default(''),
        }),
      ]),
      reason: line(1000),
    }),
  ).returns<{ readonly meetingId: MeetingId; readonly listingId: ListingId; readonly entryId: EntryId }>(),
  /** Takes a case off an agenda before it was heard; its referral waits again. */
  removeFromAgenda: command(z.strictObject(onListing)).returns<null>(),
  /** Gives the whole order: the ids of the meeting's listings, each once. */
  reorderAgenda: command(z.strictObject({ ...onMeeting, order: z.array(ListingId).max(500) })).returns<null>(),
  recordAttendance: command(AttendanceChange).returns<null>(),
  /** Opens the meeting. Refused while nobody present has made the confidentiality declaration. */
  open: command(z.strictObject(onMeeting)).returns<null>(),
  /** Ends the meeting. Refused while a case is neither discussed nor deferred. */
  close: command(z.strictObject(onMeeting)).returns<{ readonly closedAt: IsoInstant }>(),
}

export const listingOperations = {
  /**
   * One case as the meeting sees it: the referral, what was shared and agreed here, and of its record a summary (her voice, the chain in three lines, the
   * needs). Logged as one view of the case, as `record.of` is. The whole record is not asked for here: code words, notes and what was said in confidence
   * have no place on a projector, and the log would say that it was read.
   */
  get: query(z.strictObject(onListing)).returns<ListingDetail>(),
  /** Opens a case that is sealed for this meeting: it is restricted, or somebody present is too close to it. Who has left is kept. */
  unseal: command(GuardedOpening).returns<null>(),
  /** Turns to this case and starts its clock. Refused unless the meeting is open and those present have declared. */
  turnTo: command(z.strictObject(onListing)).returns<null>(),
  /** Adds to the time spent on a case; sent every few seconds while its clock runs, so that a crash loses no more. */
  keepTime: command(z.strictObject({ ...onListing, secondsSpent: z.int().min(0).max(86_400) })).returns<null>(),
  addFact: command(SharedFactDraft).returns<SharedFactId>(),
  removeFact: command(z.strictObject({ factId: SharedFactId })).returns<null>(),
  addRisk: command(z.strictObject({ ...onListing, text: line(1000) })).returns<StatedRiskId>(),
  removeRisk: command(z.strictObject({ riskId: StatedRiskId })).returns<null>(),
  /** The case has been heard. Refused with what its plan lacks, unless a reason for leaving it so is given. */
  finish: command(z.strictObject({ ...onListing, reason: words(1000).default('') })).returns<{
    readonly nextListingId: ListingId | null
  }>(),
  /** Not today: with the reason; the referral waits for the next agenda. */
  /** Where actions were agreed already and lack something, they are left so only where that is said. */
  defer: command(z.strictObject({ ...onListing, reason: line(1000), leavesPlanSo: z.boolean().default(false) })).returns<{
    readonly nextListingId: ListingId | null
  }>(),
  /** Back to the agenda as not yet heard. */
  reopen: command(z.strictObject(onListing)).returns<null>(),
}
