import type { CaseDetail } from '#domain/case.ts'
import type { ApiOutput } from '../../../api.ts'

/** The entries of a case, and what undoing and redoing would touch next. */
export type CaseRecord = ApiOutput<'record.of'>

/** What every tab of a case is given. */
export type CaseTabProps = { readonly detail: CaseDetail; readonly record: CaseRecord }

export const caseTabs = ['actions', 'timeline', 'people', 'risk', 'chain', 'needs', 'sharing', 'notes'] as const
export type CaseTab = (typeof caseTabs)[number]
