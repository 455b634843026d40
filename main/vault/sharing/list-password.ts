import { exportPassword as storedPassword, type ReadDb, setExportPassword, type WriteDb } from '#db'
import type { AgencyId } from '#domain/ids.ts'
import { exportPassword, exportPasswordBytes } from '#domain/sharing/export-password.ts'
import { randomBytes } from 'node:crypto'

/** A new password for an agency's files, kept in the store. */
export function renewListPassword(db: WriteDb, agencyId: AgencyId): string {
  const password = exportPassword(randomBytes(exportPasswordBytes))
  setExportPassword(db, agencyId, password)
  return password
}

/** The agency's password, or null where none was made yet. */
export function listPassword(db: ReadDb, agencyId: AgencyId): string | null {
  const password = storedPassword(db, agencyId)
  return password === '' ? null : password
}
