import { z } from 'zod'
import type { ActionRow } from './action.ts'
import type { AgendaGuard } from './conflict.ts'
import { ClockTime, IsoDate, type IsoInstant } from './dates.ts'
import { AgencyId, type CaseId, ListingId, MeetingId, type ReferralId, type SharedFactId, type StatedRiskId, TeamPersonId } from './ids.ts'
import type { ChainBrief, VoiceBrief } from './record/meeting-brief.ts'
import type { Need } from './record/need.ts'
import type { RepeatVerdict } from './repeat.ts'
import type { RiskScore } from './risk-tool.ts'
import type { SafeContact } from './safe-contact.ts'
import type { PlanFinding } from './safety/plan-check.ts'
import { line, words } from './text.ts'

export const meetingStates = ['scheduled', 'open', 'closed'] as const
export const MeetingState = z.enum(meetingStates)
export type MeetingState = z.infer<typeof MeetingState>

export const MeetingDraft = z.strictObject({
  kind: z.enum(['regular', 'emergency']).default('regular'),
  heldOn: IsoDate,
  startsAt: ClockTime,
  place: words(200).default(''),
  chair: words(120).default(''),
  /** Aim per case, in minutes (domain.md 1.5: 10, at most 15). */
  minutesPerCase: z.int().min(1).max(60).default(10),
})
export type MeetingDraft = z.infer<typeof MeetingDraft>

export type MeetingRow = Omit<MeetingDraft, never> & {
  readonly id: MeetingId
  readonly state: MeetingState
  readonly caseCount: number
  readonly discussedCount: number
  readonly actionCount: number
}

/** How a case came onto the agenda. */
export type ListingType = 'new' | 'repeat' | 'deferredBefore' | 'carriedOver'

export type ListingOutcome = 'waiting' | 'discussed' | 'deferred'

/** One case on one agenda, as the agenda's list shows it. */
export type AgendaItem = {
  readonly listingId: ListingId
  readonly caseId: CaseId
  readonly caseReference: string
  readonly victimName: string
  readonly perpetratorName: string
  readonly listingType: ListingType
  readonly hasChildren: boolean
  /** Null where it is not known how many. */
  readonly childrenCount: number | null
  readonly sourceAgencyName: string
  readonly risk: RiskScore | null
  /** By all that its referrals and its record say, whatever the score (`isHighByRecord`). */
  readonly isHigh: boolean
  readonly openActions: number
  readonly overdueActions: number
  readonly outcome: ListingOutcome
  readonly deferReason: string
  readonly secondsSpent: number
  readonly position: number
}

/** Something that could be put on the agenda and is not. */
export type AgendaCandidate = {
  readonly caseId: CaseId
  readonly referralId: ReferralId | null
  readonly caseReference: string
  readonly victimName: string
  readonly perpetratorName: string
  readonly why: ListingType
  readonly receivedOn: IsoDate | null
  readonly hasChildren: boolean
  readonly openActions: number
}

export const presences = ['expected', 'present', 'apologies', 'absent'] as const
export const Presence = z.enum(presences)
export type Presence = z.infer<typeof Presence>

/** One place at the table. Observers have no agency person. */
export type AttendanceRow = {
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly isCore: boolean
  readonly personId: TeamPersonId | null
  readonly personName: string
  readonly presence: Presence
  readonly declaredAt: IsoInstant | null
}

export const AttendanceChange = z.strictObject({
  meetingId: MeetingId,
  agencyId: AgencyId,
  personId: TeamPersonId.nullable(),
  personName: words(120),
  presence: Presence,
  /** The person has made the confidentiality declaration of this meeting. */
  hasDeclared: z.boolean(),
})
export type AttendanceChange = z.infer<typeof AttendanceChange>

/** The whole meeting, without what is inside the cases. */
export type MeetingDetail = MeetingRow & {
  readonly agenda: readonly AgendaItem[]
  readonly candidates: readonly AgendaCandidate[]
  readonly attendance: readonly AttendanceRow[]
  /** How each place of the agenda is guarded, in its order. The names of a restricted case are '' until it was opened. */
  readonly guards: readonly AgendaGuard[]
  readonly currentListingId: ListingId | null
}

export const SharedFactDraft = z.strictObject({
  listingId: ListingId,
  agencyId: AgencyId,
  text: line(4000),
  /** Fact and professional opinion are kept apart (domain.md 1.3). */
  basis: z.enum(['fact', 'opinion']),
})
export type SharedFactDraft = z.infer<typeof SharedFactDraft>

export type SharedFact = Omit<SharedFactDraft, 'listingId'> & { readonly id: SharedFactId; readonly agencyName: string }
export type StatedRisk = { readonly id: StatedRiskId; readonly text: string }

/** One case open in the meeting: what is known, the risks said, the actions. */
export type ListingDetail = AgendaItem & {
  readonly meetingId: MeetingId
  readonly childrenCount: number | null
  /** So that they can be left out of what is shown while names are hidden. */
  readonly childNames: readonly string[]
  readonly safeContact: SafeContact
  readonly repeat: RepeatVerdict
  /** True where the team decides by vote and no vote has accepted the case. */
  readonly lacksAcceptance: boolean
  readonly relationship: string
  readonly summary: string
  readonly criteria: readonly string[]
  readonly judgementReason: string
  readonly facts: readonly SharedFact[]
  readonly risks: readonly StatedRisk[]
  readonly actions: readonly ActionRow[]
  readonly earlierActions: readonly ActionRow[]
  /** What she wants and fears, as far as the table may hear it; null where nobody has asked. */
  readonly voice: VoiceBrief | null
  /** What is broken or waited for in the chain of response, and the next risk date. */
  readonly chain: ChainBrief
  /** The needs that are recorded, with the actions that answer each. */
  readonly needs: readonly Pick<Need, 'domain' | 'state' | 'actionIds'>[]
  /** What stands against leaving the case as it is. */
  readonly findings: readonly PlanFinding[]
}
