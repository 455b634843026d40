import { type CaseClosing, type Closed, ClosingReason } from '#domain/closing.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** Closes a case if it still has that version; false where somebody was faster. */
export function closeCase(db: WriteDb, { id, version, reason, closedOn, note }: CaseClosing): boolean {
  return (
    db.run(
      `UPDATE cases SET closed_on = :closedOn, closed_reason = :reason, closed_note = :note, version = version + 1
       WHERE id = :id AND version = :version`,
      { id, version, reason, closedOn, note },
    ).changes === 1
  )
}

/** Opens a closed case again; what its closing said goes with it. A case that is open is left as it is. */
export function reopenCase(db: WriteDb, id: CaseId): void {
  db.run(
    `UPDATE cases SET closed_on = NULL, closed_reason = '', closed_note = '', version = version + 1 WHERE id = :id AND closed_on IS NOT NULL`,
    { id },
  )
}

/** How a case was closed, or null while it is open. */
export function closingOf(db: ReadDb, id: CaseId): Closed | null {
  const row = db.get<{ closedOn: IsoDate | null; reason: string; note: string }>(
    'SELECT closed_on AS closedOn, closed_reason AS reason, closed_note AS note FROM cases WHERE id = :id',
    { id },
  )
  if (!row || row.closedOn === null) return null
  const reason = ClosingReason.safeParse(row.reason)
  const note = reason.success ? row.note : [row.reason, row.note].filter((part) => part !== '').join('. ')
  return { reason: reason.success ? reason.data : null, closedOn: row.closedOn, note }
}
