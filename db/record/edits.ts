import type { IsoInstant } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { type EditName, type EditSubject, undoableEdits } from '#domain/record/edit.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { touchesHeld } from '../retention/holds.ts'
import { isSameState, readSubject, restoreSubject, type Snapshot, type StoredRow } from './snapshots.ts'

/*
 * The journal of a case: what its newest edits changed, so that they can be undone and done again.
 *
 * To make a new thing undoable: add it to `EditSubject`, and how it is read and put back to `readSubject` and `restoreSubject` (snapshots.ts). Where
 * it is changed, read it before and keep the edit after, in the transaction of the change:
 *
 *     const before = readSubject(db, subject) // null for what is not there yet
 *     ...change it...
 *     keepEdit(db, { caseId, subject, before, at: now, by: actor })
 *
 * What is changed without an edit being kept (a referral that fills gaps, an import) stops the undoing of older edits of the same thing.
 */

type Edit = {
  readonly id: number
  readonly subject: EditSubject
  readonly before: Snapshot | null
  readonly after: Snapshot | null
}

type StoredEdit = { readonly id: number; readonly subject: string; readonly before: string | null; readonly after: string | null }

const columns = 'id, subject, before, after'

function editOf({ id, subject, before, after }: StoredEdit): Edit {
  // What `keepEdit` wrote.
  const snapshot = (text: string | null) => (text === null ? null : (JSON.parse(text) as Snapshot))
  return { id, subject: JSON.parse(subject) as EditSubject, before: snapshot(before), after: snapshot(after) }
}

const textOf = (snapshot: Snapshot | null) => (snapshot === null ? null : JSON.stringify(snapshot))

/**
 * Makes of what was undone two edits each, that it was done and that it was taken back: so it can be come upon again by undoing, where a hold lets nothing
 * go that was ever said.
 */
function keepUndone(db: WriteDb, caseId: CaseId, at: IsoInstant, by: string): void {
  db.run(
    `INSERT INTO case_edits (case_id, at, actor, subject, before, after)
     SELECT case_id, :at, :by, subject, after, before FROM main.case_edits WHERE case_id = :caseId AND is_undone = 1 ORDER BY id DESC`,
    { caseId, at, by },
  )
  db.run('UPDATE case_edits SET is_undone = 0 WHERE case_id = :caseId AND is_undone = 1', { caseId })
}

/** Whether the newest edit is of this holder and of after every hold: what it left may then be typed over. */
function isStillTyped(db: ReadDb, id: number, by: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM case_edits e WHERE e.id = :id AND e.actor = :by
         AND e.at > coalesce((SELECT max(placed_at) FROM main.legal_holds WHERE lifted_at IS NULL), '')`,
      { id, by },
    ) !== undefined
  )
}

/**
 * Keeps what was just changed. What had been undone can no longer be done again; of the edits of the case only the newest stay. Where a hold stands on the
 * case, or on another one of somebody in it, all stay.
 */
export function keepEdit(
  db: WriteDb,
  edit: {
    readonly caseId: CaseId
    readonly subject: EditSubject
    readonly before: Snapshot | null
    readonly at: IsoInstant
    readonly by: string
    /** The newest edit is still being typed: where it left the thing as it was before this one, both become one. */
    readonly continues?: boolean
  },
): void {
  const { caseId, subject, before, at, by, continues = false } = edit
  const after = readSubject(db, subject)
  if (isSameState(subject, before, after)) return
  const keepsAll = touchesHeld(db, caseId)
  if (keepsAll) keepUndone(db, caseId, at, by)
  else db.run('DELETE FROM case_edits WHERE case_id = :caseId AND is_undone = 1', { caseId })
  const last = continues ? nextEdit(db, caseId, 'undo') : null
  if (
    last &&
    (!keepsAll || isStillTyped(db, last.id, by)) &&
    JSON.stringify(last.subject) === JSON.stringify(subject) &&
    isSameState(subject, last.after, before)
  ) {
    db.run('UPDATE case_edits SET at = :at, actor = :by, after = :after WHERE id = :id', { id: last.id, at, by, after: textOf(after) })
    return
  }
  db.run('INSERT INTO case_edits (case_id, at, actor, subject, before, after) VALUES (:caseId, :at, :by, :subject, :before, :after)', {
    caseId,
    at,
    by,
    subject: JSON.stringify(subject),
    before: textOf(before),
    after: textOf(after),
  })
  if (keepsAll) return
  db.run(
    `DELETE FROM case_edits WHERE case_id = :caseId
       AND id <= (SELECT id FROM case_edits WHERE case_id = :caseId ORDER BY id DESC LIMIT 1 OFFSET ${undoableEdits})`,
    { caseId },
  )
}

/** The newest edit that is not undone, or the oldest that is. */
function nextEdit(db: ReadDb, caseId: CaseId, way: 'undo' | 'redo'): Edit | null {
  const row = db.get<StoredEdit>(
    way === 'undo'
      ? `SELECT ${columns} FROM case_edits WHERE case_id = :caseId AND is_undone = 0 ORDER BY id DESC LIMIT 1`
      : `SELECT ${columns} FROM case_edits WHERE case_id = :caseId AND is_undone = 1 ORDER BY id LIMIT 1`,
    { caseId },
  )
  return row ? editOf(row) : null
}

function nameOf({ subject, before, after }: Edit): EditName {
  const snapshot = after ?? before
  return {
    subject: subject.kind,
    // The kind is a column of the row of an entry.
    entry: subject.kind === 'entry' && snapshot ? ((snapshot.state as StoredRow)['kind'] as EntryKind) : null,
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
  }
}

/** What the next undo and the next redo of a case would touch; null where there is nothing. */
export function nextEdits(db: ReadDb, caseId: CaseId): { readonly undo: EditName | null; readonly redo: EditName | null } {
  const [undo, redo] = [nextEdit(db, caseId, 'undo'), nextEdit(db, caseId, 'redo')]
  return { undo: undo && nameOf(undo), redo: redo && nameOf(redo) }
}

export type Stepped =
  | { readonly kind: 'done'; readonly edit: EditName; readonly subject: EditSubject }
  | { readonly kind: 'nothing' }
  /** It no longer stands as the edit left it, or what it names is gone. */
  | { readonly kind: 'changed'; readonly subject: EditSubject }

/** Undoes the newest edit of a case, or does the one again that was undone last; exactly, or not at all. */
export function stepEdit(db: WriteDb, caseId: CaseId, way: 'undo' | 'redo'): Stepped {
  const edit = nextEdit(db, caseId, way)
  if (!edit) return { kind: 'nothing' }
  const { id, subject } = edit
  const now = readSubject(db, subject)
  const [from, to] = way === 'undo' ? [edit.after, edit.before] : [edit.before, edit.after]
  if (!isSameState(subject, now, from) || !restoreSubject(db, subject, to)) return { kind: 'changed', subject }
  // The state is the one that was kept, the version may be newer: it is what the next one counts on from.
  db.run(
    way === 'undo'
      ? 'UPDATE case_edits SET is_undone = 1, after = :now WHERE id = :id'
      : 'UPDATE case_edits SET is_undone = 0, before = :now WHERE id = :id',
    { id, now: textOf(now) },
  )
  return { kind: 'done', edit: nameOf(edit), subject }
}
