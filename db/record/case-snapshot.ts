import type { CaseChange } from '#domain/case.ts'
import type { CaseId } from '#domain/ids.ts'
import { findCase, updateCase } from '../cases.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { type ChildRow, readChildren, writeChildren } from '../people/snapshots.ts'
import type { Snapshot } from './snapshots.ts'

type Corrected = Omit<CaseChange, 'id' | 'version'>

/** Beside what the form shows, all that is known of the children: one that was taken out of the form comes back whole. */
type CaseSnapshot = Snapshot & {
  readonly childRows: readonly ChildRow[]
  /** Who its two people were, by number: a merge puts others in their place. Not in what was kept before it was asked for. */
  readonly parties?: readonly number[]
}

/** What a correction of a case can change: its two people, its children, and how she may be reached. */
export function readCase(db: ReadDb, id: CaseId): CaseSnapshot | null {
  const found = findCase(db, id)
  if (!found) return null
  const { victim, perpetrator, relationship, childrenCount, children, safeContact } = found
  const state: Corrected = { victim, perpetrator, relationship, childrenCount, children: [...children], safeContact }
  return { version: found.version, state, childRows: readChildren(db, id), parties: partiesOf(db, id) }
}

function partiesOf(db: ReadDb, id: CaseId): readonly number[] {
  const row = db.get<{ victimId: number; perpetratorId: number }>(
    'SELECT victim_id AS victimId, perpetrator_id AS perpetratorId FROM cases WHERE id = :id',
    { id },
  )
  return row ? [row.victimId, row.perpetratorId] : []
}

/**
 * Whether two states of a case say the same, of the people whom putting it back would write too: a child may be in another case, and a merge may have
 * made another record of them. Children have no order.
 */
export function isSameCase(one: Snapshot, other: Snapshot): boolean {
  // What `readCase` gave, as the journal kept it.
  const [mine, theirs] = [one as CaseSnapshot, other as CaseSnapshot]
  const plain = ({ state, childRows }: CaseSnapshot) => {
    const corrected = state as Corrected
    const children = corrected.children.map((child) => JSON.stringify(child)).toSorted()
    return JSON.stringify([{ ...corrected, children }, childRows])
  }
  const haveParties = mine.parties !== undefined && theirs.parties !== undefined
  return plain(mine) === plain(theirs) && (!haveParties || JSON.stringify(mine.parties) === JSON.stringify(theirs.parties))
}

/** Puts a correction back. Throws where the case itself is to go or to come: no edit does that. */
export function writeCase(db: WriteDb, id: CaseId, snapshot: Snapshot | null): boolean {
  const found = findCase(db, id)
  if (snapshot === null || !found) throw new Error('a case is not made or removed by an edit')
  // What `readCase` gave, as the journal kept it.
  writeChildren(db, id, (snapshot as CaseSnapshot).childRows)
  return updateCase(db, { ...(snapshot.state as Corrected), id, version: found.version })
}
