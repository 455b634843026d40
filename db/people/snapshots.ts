import type { CaseId, PersonId, TieId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import type { Snapshot, StoredRow } from '../record/snapshots.ts'
import { deletePeopleInNoCase } from '../people.ts'
import { touchCasesOf } from './records.ts'

const personState = 'name, name_key, date_of_birth, address, phone, details'
const tieState = 'case_id, person_id, role, side, is_safe_to_talk_to, lives_with, note'

/** A tie with the person as they stood: taking a tie away may take the person too, who is in no other case. */
type TieSnapshot = Snapshot & { readonly person: StoredRow }

const rowOfPerson = (db: ReadDb, id: number) => db.get<StoredRow>(`SELECT id, ${personState}, version FROM people WHERE id = :id`, { id })

/** How a person's record stands, for the journal of a case. */
export function readPersonState(db: ReadDb, id: PersonId): Snapshot | null {
  const row = db.get<StoredRow>(`SELECT ${personState} FROM people WHERE id = :id`, { id })
  const version = db.get<{ version: number }>('SELECT version FROM people WHERE id = :id', { id })?.version
  return row && version !== undefined ? { version, state: row } : null
}

/** Puts a person's record back as it stood. A person comes and goes with a tie only: false where there is none. */
export function writePersonState(db: WriteDb, id: PersonId, snapshot: Snapshot | null): boolean {
  // What `readPersonState` gave, as the journal kept it.
  const row = snapshot === null ? null : (snapshot.state as StoredRow)
  if (row === null || !putPersonInto(db, id, row)) return false
  touchCasesOf(db, id)
  return true
}

function putPersonInto(db: WriteDb, id: PersonId, row: StoredRow): boolean {
  const { changes } = db.run(
    `UPDATE people SET name = :name, name_key = :name_key, date_of_birth = :date_of_birth, address = :address, phone = :phone, details = :details WHERE id = :id`,
    { ...row, id },
  )
  return changes > 0
}

export function readTieState(db: ReadDb, id: TieId): TieSnapshot | null {
  const row = db.get<StoredRow>(`SELECT ${tieState} FROM case_ties WHERE id = :id`, { id })
  const version = db.get<{ version: number }>('SELECT version FROM case_ties WHERE id = :id', { id })?.version
  const person = row && rowOfPerson(db, Number(row['person_id']))
  return row && person && version !== undefined ? { version, state: row, person } : null
}

/** Puts a tie back as it stood, with its person where they went with it; or takes it away. */
export function writeTieState(db: WriteDb, id: TieId, snapshot: Snapshot | null): boolean {
  const now = readTieState(db, id)
  if (snapshot === null) {
    if (!now) return false
    db.run('DELETE FROM case_ties WHERE id = :id', { id })
    touchCasesOf(db, Number(now.person['id']))
    deletePeopleInNoCase(db, [Number(now.person['id'])])
    return true
  }
  const row = snapshot.state as StoredRow
  if (now) {
    db.run(
      `UPDATE case_ties SET role = :role, side = :side, is_safe_to_talk_to = :is_safe_to_talk_to, lives_with = :lives_with, note = :note,
         version = max(version, :version) + 1 WHERE id = :id AND case_id = :case_id AND person_id = :person_id`,
      { ...row, id, version: snapshot.version },
    )
    return true
  }
  putBackPerson(db, (snapshot as TieSnapshot).person)
  putBackTie(db, { ...row, id, version: snapshot.version + 1 })
  touchCasesOf(db, Number(row['person_id']))
  return true
}

function putBackPerson(db: WriteDb, person: StoredRow): void {
  db.run(
    `INSERT INTO people (id, ${personState}, version)
     VALUES (:id, :name, :name_key, :date_of_birth, :address, :phone, :details, :version + 1) ON CONFLICT DO NOTHING`,
    person,
  )
}

function putBackTie(db: WriteDb, tie: StoredRow): void {
  db.run(
    `INSERT INTO case_ties (id, ${tieState}, version)
     VALUES (:id, :case_id, :person_id, :role, :side, :is_safe_to_talk_to, :lives_with, :note, :version)`,
    tie,
  )
}

export type ChildRow = { readonly tie: StoredRow; readonly person: StoredRow }

/** The children of a case with everything that is known of them. */
export function readChildren(db: ReadDb, caseId: CaseId): readonly ChildRow[] {
  return db
    .all<StoredRow>(`SELECT id, ${tieState} FROM case_ties WHERE case_id = :caseId AND role = 'child' ORDER BY id`, { caseId })
    .flatMap((tie) => {
      const person = db.get<StoredRow>(`SELECT id, ${personState} FROM people WHERE id = :id`, { id: tie['person_id'] ?? 0 })
      return person ? [{ tie, person }] : []
    })
}

/** Makes the children of a case those that it had: the same ones, under the numbers that were theirs. */
export function writeChildren(db: WriteDb, caseId: CaseId, children: readonly ChildRow[]): void {
  const standing = readChildren(db, caseId)
  const goes = standing.filter(({ tie }) => !children.some((child) => child.tie['id'] === tie['id']))
  for (const { tie } of goes) db.run('DELETE FROM case_ties WHERE id = :id', { id: tie['id'] ?? 0 })
  deletePeopleInNoCase(
    db,
    goes.map(({ tie }) => Number(tie['person_id'])),
  )
  for (const { tie, person } of children) {
    const id = Number(tie['person_id'])
    if (!putPersonInto(db, id as PersonId, person)) putBackPerson(db, { ...person, version: 1 })
    const isThere = standing.some((child) => child.tie['id'] === tie['id'])
    if (!isThere) putBackTie(db, { ...tie, version: 1 })
  }
}
