import { z } from 'zod'
import { IsoDate } from './dates.ts'
import { AgencyId, type CaseId, type ImportId, type ReferralId } from './ids.ts'
import { ChildDraft, PersonDraft } from './person.ts'
import { IncidentKind } from './record/incident.ts'
import { RiskScore } from './risk-tool.ts'
import { doNotContact, SafeContact } from './safe-contact.ts'
import { words } from './text.ts'

/** The four criteria by which a case is referred (domain.md 1.2). A referral needs at least one; judgement needs its reason. */
export const ReferralCriteria = z
  .strictObject({
    visibleHighRisk: z.boolean().default(false),
    professionalJudgement: z.boolean().default(false),
    judgementReason: words(2000).default(''),
    escalation: z.boolean().default(false),
    repeat: z.boolean().default(false),
  })
  .refine((criteria) => hasCriterion(criteria), { error: 'required', path: ['visibleHighRisk'] })
  .refine((criteria) => !criteria.professionalJudgement || criteria.judgementReason !== '', {
    error: 'required',
    path: ['judgementReason'],
  })
export type ReferralCriteria = z.infer<typeof ReferralCriteria>

export const criterionNames = ['visibleHighRisk', 'professionalJudgement', 'escalation', 'repeat'] as const
export type CriterionName = (typeof criterionNames)[number]

export function hasCriterion(criteria: Readonly<Record<CriterionName, boolean>>): boolean {
  return criterionNames.some((name) => criteria[name])
}

/** What a referral says, as the form or a row of a spreadsheet gives it. */
export const ReferralDraft = z.strictObject({
  sourceAgencyId: AgencyId,
  sourceContact: words(200).default(''),
  receivedOn: IsoDate,
  incidentOn: IsoDate.nullable().default(null),
  /** Null where nobody said: then it is taken to be of a kind that makes a repeat. */
  incidentKind: IncidentKind.nullable().default(null),
  victim: PersonDraft,
  perpetrator: PersonDraft,
  relationship: words(200).default(''),
  childrenCount: z.int().min(0).max(20).nullable().default(null),
  children: z.array(ChildDraft).max(20).default([]),
  safeContact: SafeContact.default(doNotContact),
  criteria: ReferralCriteria,
  risk: RiskScore.nullable().default(null),
  summary: words(8000).default(''),
  teamReference: words(80).default(''),
})
export type ReferralDraft = z.infer<typeof ReferralDraft>

/** Where a referral stands (domain.md 3.1). `open` waits for a meeting, `listed` has one, `deferred` waits for the next. */
export const referralStates = ['open', 'listed', 'discussed', 'deferred', 'returned', 'screenedOut'] as const
export const ReferralState = z.enum(referralStates)
export type ReferralState = z.infer<typeof ReferralState>

/** A stored referral without the people, who belong to its case. */
export type Referral = {
  readonly id: ReferralId
  readonly caseId: CaseId
  readonly caseReference: string
  readonly sourceAgencyId: AgencyId
  readonly sourceAgencyName: string
  readonly sourceContact: string
  readonly receivedOn: IsoDate
  readonly incidentOn: IsoDate | null
  readonly incidentKind: IncidentKind | null
  readonly relationship: string
  readonly criteria: ReferralCriteria
  readonly risk: RiskScore | null
  readonly summary: string
  readonly teamReference: string
  readonly state: ReferralState
  readonly stateReason: string
  readonly importId: ImportId | null
}
