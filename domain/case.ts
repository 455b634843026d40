import { z } from 'zod'
import type { ActionRow } from './action.ts'
import type { IsoDate } from './dates.ts'
import { CaseId, type MeetingId } from './ids.ts'
import type { MeetingState } from './meeting.ts'
import { ChildDraft, PersonDraft } from './person.ts'
import type { RiskDate } from './record/risk-dates.ts'
import type { Referral } from './referral.ts'
import type { PairHistory, RepeatVerdict } from './repeat.ts'
import type { RiskScore } from './risk-tool.ts'
import { SafeContact } from './safe-contact.ts'
import { pageWindow, SortDirection } from './page.ts'
import { words } from './text.ts'

/** Where a case stands, derived from its listings and never stored (domain.md 3.2). */
export const caseStates = ['waiting', 'listed', 'monitoring', 'closed'] as const
export const CaseState = z.enum(caseStates)
export type CaseState = z.infer<typeof CaseState>

/** What a case can be looked for because of: raised for early review, or with a broken link in its chain of response. */
export const caseAttentions = ['earlyReview', 'brokenChain'] as const
export const CaseAttention = z.enum(caseAttentions)
export type CaseAttention = z.infer<typeof CaseAttention>

export const caseSorts = ['reference', 'receivedOn', 'riskScore'] as const
export const CaseFilter = z.strictObject({
  search: words(200).default(''),
  state: CaseState.nullable().default(null),
  repeatsOnly: z.boolean().default(false),
  withChildrenOnly: z.boolean().default(false),
  attention: CaseAttention.nullable().default(null),
  sort: z.enum(caseSorts).default('reference'),
  direction: SortDirection.default('descending'),
  ...pageWindow,
})
export type CaseFilter = z.infer<typeof CaseFilter>

/** The next day on which her risk rises, and why. */
export type NextRiskDate = Pick<RiskDate, 'kind' | 'on'>

/** One line of the table of cases. */
export type CaseRow = {
  readonly id: CaseId
  readonly reference: string
  readonly victimName: string
  readonly perpetratorName: string
  readonly childrenCount: number | null
  readonly risk: RiskScore | null
  /** By all that its referrals and its record say, whatever the score (`isHighByRecord`). */
  readonly isHigh: boolean
  readonly sourceAgencyName: string
  readonly receivedOn: IsoDate | null
  readonly isRepeat: boolean
  /** It concerns somebody of the team: no name of it stands in a table (domain.md R6). */
  readonly isRestricted: boolean
  readonly state: CaseState
  readonly openActions: number
  readonly overdueActions: number
  readonly lastDiscussedOn: IsoDate | null
  readonly nextMeetingOn: IsoDate | null
  readonly nextRiskDate: NextRiskDate | null
}

/** One past or coming appearance of the case at a meeting. */
export type CaseListing = {
  readonly meetingId: MeetingId
  readonly meetingOn: IsoDate
  readonly meetingState: MeetingState
  readonly outcome: 'waiting' | 'discussed' | 'deferred'
  readonly deferReason: string
}

/** A case in full: one victim and one perpetrator. */
export type CaseDetail = {
  readonly id: CaseId
  readonly reference: string
  readonly victim: PersonDraft
  readonly perpetrator: PersonDraft
  readonly relationship: string
  readonly childrenCount: number | null
  readonly children: readonly ChildDraft[]
  readonly safeContact: SafeContact
  readonly state: CaseState
  readonly isRestricted: boolean
  readonly repeat: RepeatVerdict
  /** What a further referral of the two will be judged by, over all cases of them. */
  readonly pairHistory: PairHistory
  /** True where the team decides by vote and no vote has accepted the case. */
  readonly lacksAcceptance: boolean
  readonly referrals: readonly Referral[]
  readonly listings: readonly CaseListing[]
  readonly actions: readonly ActionRow[]
  readonly version: number
}

export const CaseChange = z.strictObject({
  id: CaseId,
  /** The version the form was filled from; a newer one in the store refuses the save. */
  version: z.int(),
  victim: PersonDraft,
  perpetrator: PersonDraft,
  relationship: words(200),
  childrenCount: z.int().min(0).max(20).nullable(),
  children: z.array(ChildDraft).max(20),
  safeContact: SafeContact,
})
export type CaseChange = z.infer<typeof CaseChange>

/** `HR-2026-0042`: sequential within the year, never made from a name or a date of birth (domain.md R1). */
export function caseReference(year: number, sequence: number): string {
  return `HR-${year}-${String(sequence).padStart(4, '0')}`
}
