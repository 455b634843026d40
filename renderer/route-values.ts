import { CaseState } from '#domain/case.ts'
import { z } from 'zod'

/** An id from a path; 0 (which no row has) where it is no number, so that the page says that the thing is not there. */
export function numberParam(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

const CasesSearch = z.object({ state: CaseState.optional().catch(undefined), repeatsOnly: z.boolean().optional().catch(undefined) })
const AgenciesSearch = z.object({
  agencyId: z.int().positive().optional().catch(undefined),
  isNew: z.boolean().optional().catch(undefined),
})
const ImportSearch = z.object({ kind: z.enum(['referrals', 'agencies']).catch('referrals').default('referrals') })
const ActionsSearch = z.object({
  agencyId: z.int().positive().optional().catch(undefined),
  meetingId: z.int().positive().optional().catch(undefined),
  state: z.enum(['all', 'open', 'overdue', 'dueSoon', 'ended']).optional().catch(undefined),
})

/** What the page of cases starts filtered by. */
export function casesSearch(search: z.input<typeof CasesSearch>): z.output<typeof CasesSearch> {
  return CasesSearch.parse(search)
}

/** What is to be imported; referrals unless said. */
export function importSearch(search: { readonly kind?: 'referrals' | 'agencies' }): z.output<typeof ImportSearch> {
  return ImportSearch.parse(search)
}

/** What the page of actions starts filtered by. */
export function actionsSearch(search: z.input<typeof ActionsSearch>): z.output<typeof ActionsSearch> {
  return ActionsSearch.parse(search)
}

/** The agency whose panel is open, or the panel for a new one. */
export function agenciesSearch(search: z.input<typeof AgenciesSearch>): z.output<typeof AgenciesSearch> {
  return AgenciesSearch.parse(search)
}
