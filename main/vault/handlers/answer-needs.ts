import { entriesOfCase, insertEntry, keepEdit, readSubject, updateEntry, type WriteDb } from '#db'
import type { ActionId, CaseId } from '#domain/ids.ts'
import { needChanges } from '#domain/record/answered-needs.ts'
import type { NeedDomain } from '#domain/record/need.ts'
import { Provenance } from '#domain/record/provenance.ts'
import type { Context } from '../context.ts'

/**
 * Says in the record of a case which needs an action answers: these and no others. Each change is an edit of the case, which can be undone there.
 * True where anything changed.
 */
export function answerNeeds(
  db: WriteDb,
  { caseId, actionId, needs }: { readonly caseId: CaseId; readonly actionId: ActionId; readonly needs: readonly NeedDomain[] },
  { now, actor }: Pick<Context, 'now' | 'actor'>,
): boolean {
  const recording = { at: now, by: actor }
  const changes = needChanges(entriesOfCase(db, caseId), actionId, needs)
  for (const { entry, content } of changes) {
    const before = entry === null ? null : readSubject(db, { kind: 'entry', id: entry.id })
    const id = entry === null ? insertEntry(db, { caseId, content, provenance: Provenance.parse({}) }, recording) : entry.id
    if (entry !== null && !updateEntry(db, { ...entry, content }, recording)) throw new Error('a need that was just read is not there')
    keepEdit(db, { caseId, subject: { kind: 'entry', id }, before, ...recording })
  }
  return changes.length > 0
}
