import { AuditFilter, AuditQuery, type AuditRow, type AuditStanding } from '#domain/audit/entry.ts'
import type { Page } from '#domain/page.ts'
import { z } from 'zod'
import { exporting, query } from '../operation.ts'

export type ExportedLog = { readonly fileName: string; readonly rows: number; readonly password: string }

/** The log of what was done: it is read, checked and written out, and never changed. */
export const auditOperations = {
  /** Newest first; a filter shows the newest 100,000 entries that fit. */
  list: query(AuditQuery).returns<Page<AuditRow>>(),
  /** Everybody whom the log names. */
  actors: query(z.undefined()).returns<readonly string[]>(),
  /** How the chain stands; checked by itself after each unlock. */
  standing: query(z.undefined()).returns<AuditStanding>(),
  /** Begins to check the whole chain from its beginning; `standing` tells how it goes. */
  verify: query(z.undefined()).returns<AuditStanding>(),
  /** Writes the entries that fit as a spreadsheet under a password of its own. */
  export: exporting(AuditFilter).returns<ExportedLog>(),
}
