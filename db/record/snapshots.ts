import { assertNever } from '#domain/assert-never.ts'
import type { EditSubject } from '#domain/record/edit.ts'
import type { SqlValue, ReadDb, WriteDb } from '../handles.ts'
import { readPersonState, readTieState, writePersonState, writeTieState } from '../people/snapshots.ts'
import { isSameCase, readCase, writeCase } from './case-snapshot.ts'
import { readEntry, writeEntry } from './entry-snapshot.ts'

/** Columns of a row, as the store holds them. */
export type StoredRow = Readonly<Record<string, SqlValue>>

/**
 * How a thing stands, to be put back exactly. `state` is its rows as JSON can hold them, without versions: two snapshots with the same state are the
 * same to a reader. `version` is kept so that a thing put back never has a version that it had before: a form filled meanwhile is refused.
 */
export type Snapshot = { readonly version: number; readonly state: unknown }

/** How the subject of an edit stands now; null where it is not there. */
export function readSubject(db: ReadDb, subject: EditSubject): Snapshot | null {
  switch (subject.kind) {
    case 'entry':
      return readEntry(db, subject.id)
    case 'case':
      return readCase(db, subject.id)
    case 'person':
      return readPersonState(db, subject.id)
    case 'tie':
      return readTieState(db, subject.id)
    default:
      return assertNever(subject)
  }
}

/** Whether two snapshots of a subject say the same to a reader. */
export function isSameState(subject: EditSubject, one: Snapshot | null, other: Snapshot | null): boolean {
  if (one === null || other === null) return one === other
  return subject.kind === 'case' ? isSameCase(one, other) : JSON.stringify(one.state) === JSON.stringify(other.state)
}

/**
 * Puts the subject of an edit into a state that it had: changed, made again under its old id, or (null) taken away. Its version becomes newer than any
 * that it had. False where it cannot be put back because something that it names is gone.
 */
export function restoreSubject(db: WriteDb, subject: EditSubject, snapshot: Snapshot | null): boolean {
  switch (subject.kind) {
    case 'entry':
      return writeEntry(db, subject.id, snapshot)
    case 'case':
      return writeCase(db, subject.id, snapshot)
    case 'person':
      return writePersonState(db, subject.id, snapshot)
    case 'tie':
      return writeTieState(db, subject.id, snapshot)
    default:
      return assertNever(subject)
  }
}
