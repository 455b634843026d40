import type { LegalHold } from '#domain/closing.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

const select = `SELECT h.id, h.case_id AS caseId, c.reference, h.placed_at AS placedAt, h.placed_by AS placedBy, h.reason
  FROM legal_holds h JOIN cases c ON c.id = h.case_id WHERE h.lifted_at IS NULL`

/** The holds that stand, oldest first. */
export function standingHolds(db: ReadDb): readonly LegalHold[] {
  return db.all<LegalHold>(`${select} ORDER BY h.id`)
}

export function holdOnCase(db: ReadDb, caseId: CaseId): LegalHold | null {
  return db.get<LegalHold>(`${select} AND h.case_id = :caseId`, { caseId }) ?? null
}

export function placeHold(
  db: WriteDb,
  hold: { readonly caseId: CaseId; readonly reason: string; readonly at: IsoInstant; readonly by: string },
): void {
  db.run('INSERT INTO legal_holds (case_id, placed_at, placed_by, reason) VALUES (:caseId, :at, :by, :reason)', hold)
}

/** Lifts the hold that stands on a case; false where none does. */
export function liftHold(db: WriteDb, lift: { readonly caseId: CaseId; readonly at: IsoInstant; readonly by: string }): boolean {
  return db.run('UPDATE legal_holds SET lifted_at = :at, lifted_by = :by WHERE case_id = :caseId AND lifted_at IS NULL', lift).changes === 1
}
