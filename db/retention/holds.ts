import type { LegalHold } from '#domain/closing.ts'
import type { IsoInstant } from '#domain/dates.ts'
import { draftForms } from '#domain/draft-key.ts'
import type { CaseId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

/*
 * A hold binds those too from whom its case is hidden: whatever asks whether something is held asks the tables themselves, not the views that hide.
 */

/** The cases on which a hold stands. */
export const heldCases = '(SELECT case_id FROM main.legal_holds WHERE lifted_at IS NULL)'

/** True of a row of `people` who is in a case that is held, as whoever. */
export const isHeldPerson = `(EXISTS (SELECT 1 FROM main.cases h WHERE h.id IN ${heldCases} AND people.id IN (h.victim_id, h.perpetrator_id))
  OR EXISTS (SELECT 1 FROM main.case_ties h WHERE h.case_id IN ${heldCases} AND h.person_id = people.id))`

/** Whether a hold stands on a case: asked of all cases. */
export function isHeld(db: ReadDb, caseId: CaseId): boolean {
  return db.get(`SELECT 1 WHERE :caseId IN ${heldCases}`, { caseId }) !== undefined
}

/** Whether a hold stands on a case or on another one that has somebody of it: what is changed of that person is changed in both. */
export function touchesHeld(db: ReadDb, caseId: CaseId): boolean {
  return (
    isHeld(db, caseId) ||
    db.get(
      `SELECT 1 FROM main.people WHERE id IN (SELECT victim_id FROM main.cases WHERE id = :caseId UNION SELECT perpetrator_id FROM main.cases WHERE id = :caseId
         UNION SELECT person_id FROM main.case_ties WHERE case_id = :caseId) AND ${isHeldPerson} LIMIT 1`,
      { caseId },
    ) !== undefined
  )
}

const caseOfDraft = {
  case: '',
  referral: 'SELECT case_id FROM main.referrals r WHERE r.id = ',
  listing: 'SELECT case_id FROM main.listings l WHERE l.id = ',
  action: 'SELECT case_id FROM main.actions a WHERE a.id = ',
} as const

/** True of a row of `drafts` that is of a case that is held. */
export const isHeldDraft = `(${(['case', 'referral', 'listing', 'action'] as const)
  .map((noun) => {
    const forms = draftForms[noun].map((form) => `'${form}'`).join(', ')
    const id = "CAST(substr(drafts.key, instr(drafts.key, ':') + 1) AS INTEGER)"
    return `substr(drafts.key, 1, instr(drafts.key, ':') - 1) IN (${forms}) AND (${caseOfDraft[noun]}${id}) IN ${heldCases}`
  })
  .join(' OR ')})`

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
