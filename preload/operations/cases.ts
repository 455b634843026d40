import { CaseChange, type CaseDetail, CaseFilter, type CaseRow } from '#domain/case.ts'
import { type CaseHistory, PrintOrder } from '#domain/case-history.ts'
import { CaseClosing } from '#domain/closing.ts'
import { CaseId, type EntryId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const caseOperations = {
  list: query(CaseFilter).returns<Page<CaseRow>>(),
  get: query(z.strictObject({ id: CaseId })).returns<CaseDetail>(),
  /** What befell the actions of a case, and which lists have left with them. */
  history: query(z.strictObject({ id: CaseId })).returns<CaseHistory>(),
  /** Corrects the people, the children and the safe contact of a case. */
  change: command(CaseChange).returns<CaseId>(),
  /** Ends the work on a case; how long it is kept counts from then. Refused while a meeting awaits it. */
  close: command(CaseClosing).returns<CaseId>(),
  reopen: command(z.strictObject({ id: CaseId })).returns<CaseId>(),
  /** Lets the one page of a case be printed, and keeps why as a note in its record. */
  print: command(PrintOrder).returns<EntryId>(),
}
