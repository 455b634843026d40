import { CaseChange, type CaseDetail, CaseFilter, type CaseRow } from '#domain/case.ts'
import { CaseClosing } from '#domain/closing.ts'
import { CaseId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const caseOperations = {
  list: query(CaseFilter).returns<Page<CaseRow>>(),
  get: query(z.strictObject({ id: CaseId })).returns<CaseDetail>(),
  /** Corrects the people, the children and the safe contact of a case. */
  change: command(CaseChange).returns<CaseId>(),
  /** Ends the work on a case; how long it is kept counts from then. Refused while a meeting awaits it. */
  close: command(CaseClosing).returns<CaseId>(),
  reopen: command(z.strictObject({ id: CaseId })).returns<CaseId>(),
}
