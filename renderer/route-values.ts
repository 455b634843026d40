import { CaseAttention, CaseState } from '#domain/case.ts'
import { RecordKind } from '#domain/retention/record-kind.ts'
import { z } from 'zod'

/** An id from a path; 0 (which no row has) where it is no number, so that the page says that the thing is not there. */
export function numberParam(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

const CasesSearch = z.object({
  state: CaseState.optional().catch(undefined),
  repeatsOnly: z.boolean().optional().catch(undefined),
  attention: CaseAttention.optional().catch(undefined),
})
const AgenciesSearch = z.object({
  agencyId: z.int().positive().optional().catch(undefined),
  isNew: z.boolean().optional().catch(undefined),
})
const CaseSearch = z.object({
  tab: z.enum(['actions', 'timeline', 'people', 'risk', 'chain', 'needs', 'sharing', 'notes']).catch('actions').default('actions'),
})
const MeetingsSearch = z.object({ isNew: z.boolean().optional().catch(undefined) })
const ImportSearch = z.object({ kind: z.enum(['referrals', 'agencies']).catch('referrals').default('referrals') })
const ActionsSearch = z.object({
  agencyId: z.int().positive().optional().catch(undefined),
  meetingId: z.int().positive().optional().catch(undefined),
  /** The reference of the action whose panel is open. */
  action: z
    .string()
    .regex(/^A-\d{4,9}$/)
    .optional()
    .catch(undefined),
  state: z.enum(['all', 'open', 'overdue', 'dueSoon', 'ended']).optional().catch(undefined),
})

const RetentionSearch = z.object({
  tab: z.enum(['schedule', 'due', 'holds', 'destroyed']).catch('schedule').default('schedule'),
  kind: RecordKind.catch('case').default('case'),
  caseId: z.int().positive().optional().catch(undefined),
})

/** Which part of keeping and destroying is shown, and the case that is to be destroyed. */
export function retentionSearch(search: z.input<typeof RetentionSearch>): z.output<typeof RetentionSearch> {
  return RetentionSearch.parse(search)
}

/** What the page of cases starts filtered by. */
export function casesSearch(search: z.input<typeof CasesSearch>): z.output<typeof CasesSearch> {
  return CasesSearch.parse(search)
}

/** Which tab of a case is shown. */
export function caseSearch(search: z.input<typeof CaseSearch>): z.output<typeof CaseSearch> {
  return CaseSearch.parse(search)
}

/** What is to be imported; referrals unless said. */
export function importSearch(search: { readonly kind?: 'referrals' | 'agencies' }): z.output<typeof ImportSearch> {
  return ImportSearch.parse(search)
}

/** What the page of actions starts filtered by. */
export function actionsSearch(search: z.input<typeof ActionsSearch>): z.output<typeof ActionsSearch> {
  return ActionsSearch.parse(search)
}

/** Whether the panel for a new meeting is open. */
export function meetingsSearch(search: z.input<typeof MeetingsSearch>): z.output<typeof MeetingsSearch> {
  return MeetingsSearch.parse(search)
}

/** The agency whose panel is open, or the panel for a new one. */
export function agenciesSearch(search: z.input<typeof AgenciesSearch>): z.output<typeof AgenciesSearch> {
  return AgenciesSearch.parse(search)
}
