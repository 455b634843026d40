import { findCase, isHeld, type ReadDb } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { refuse, type Result } from '#domain/refusal.ts'

/** The refusal of a removal that nothing brings back, for those of the cases on which a hold stands; null where none does. */
export function refuseHeld(db: ReadDb, cases: readonly CaseId[]): Result<never> | null {
  const references = cases.filter((id) => isHeld(db, id)).flatMap((id) => findCase(db, id)?.reference ?? [])
  return references.length === 0 ? null : refuse({ code: 'underLegalHold', references })
}
