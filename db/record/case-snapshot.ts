import type { CaseChange } from '#domain/case.ts'
import type { CaseId } from '#domain/ids.ts'
import { findCase, updateCase } from '../cases.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import type { Snapshot } from './snapshots.ts'

type Corrected = Omit<CaseChange, 'id' | 'version'>

/** What a correction of a case can change: its two people, its children, and how she may be reached. */
export function readCase(db: ReadDb, id: CaseId): Snapshot | null {
  const found = findCase(db, id)
  if (!found) return null
  const { victim, perpetrator, relationship, childrenCount, children, safeContact } = found
  const state: Corrected = { victim, perpetrator, relationship, childrenCount, children: [...children], safeContact }
  return { version: found.version, state }
}

/** Whether two states of a case say the same; children have no order. */
export function isSameCase(one: Snapshot, other: Snapshot): boolean {
  const plain = ({ state }: Snapshot) => {
    const corrected = state as Corrected
    return JSON.stringify({ ...corrected, children: corrected.children.map((child) => JSON.stringify(child)).toSorted() })
  }
  return plain(one) === plain(other)
}

/** Puts a correction back. Throws where the case itself is to go or to come: no edit does that. */
export function writeCase(db: WriteDb, id: CaseId, snapshot: Snapshot | null): boolean {
  const found = findCase(db, id)
  if (snapshot === null || !found) throw new Error('a case is not made or removed by an edit')
  // What `readCase` gave, as the journal kept it.
  return updateCase(db, { ...(snapshot.state as Corrected), id, version: found.version })
}
