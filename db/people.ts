import { nameKey, type PersonDraft } from '#domain/person.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, PersonId } from '#domain/ids.ts'
import type { PersonDetails } from '#domain/people/details.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** An id that no person has had: edits that are undone later bring people back under their own. */
function freshPersonId(db: ReadDb): number {
  const found = db.get<{ last: number }>(
    `SELECT max(coalesce((SELECT max(id) FROM main.people), 0), coalesce((SELECT id FROM last_ids WHERE noun = 'people'), 0)) AS last`,
  )
  return (found?.last ?? 0) + 1
}

export function insertPerson(db: WriteDb, person: PersonDraft, details: Partial<PersonDetails> = {}): PersonId {
  const id = freshPersonId(db) as PersonId
  db.run(
    'INSERT INTO people (id, name, name_key, date_of_birth, address, phone, details) VALUES (:id, :name, :key, :dateOfBirth, :address, :phone, :details)',
    { id, ...person, key: nameKey(person.name), details: JSON.stringify(details) },
  )
  return id
}

export function updatePerson(db: WriteDb, id: number, person: PersonDraft): void {
  db.run(
    'UPDATE people SET name = :name, name_key = :key, date_of_birth = :dateOfBirth, address = :address, phone = :phone WHERE id = :id',
    {
      id,
      ...person,
      key: nameKey(person.name),
    },
  )
}

// Asked of the tables themselves: whoever is in a case that is hidden from who deletes must stay.
const isInACase = `EXISTS (SELECT 1 FROM main.cases c WHERE c.victim_id = people.id) OR EXISTS (SELECT 1 FROM main.cases c WHERE c.perpetrator_id = people.id)
  OR EXISTS (SELECT 1 FROM main.case_ties t WHERE t.person_id = people.id)`

/** Deletes those of the given people who are in no case any more, as whoever else. Answers how many went. */
export function deletePeopleInNoCase(db: WriteDb, ids: readonly number[]): number {
  let gone = 0
  for (const id of new Set(ids)) {
    if (db.run(`DELETE FROM people WHERE id = :id AND NOT (${isInACase})`, { id }).changes === 0) continue
    gone += 1
    db.run(`INSERT INTO last_ids (noun, id) VALUES ('people', :id) ON CONFLICT (noun) DO UPDATE SET id = max(id, excluded.id)`, { id })
  }
  return gone
}

/** Everybody of a case: victim, perpetrator, and whoever is tied to it. */
export function peopleIdsOfCase(db: ReadDb, caseId: CaseId): readonly number[] {
  return db
    .all<{ id: number }>(
      `SELECT victim_id AS id FROM cases WHERE id = :caseId UNION SELECT perpetrator_id FROM cases WHERE id = :caseId
       UNION SELECT person_id FROM case_ties WHERE case_id = :caseId`,
      { caseId },
    )
    .map(({ id }) => id)
}

/** The two people of a case, for comparing. */
export type CasePair = {
  readonly caseId: CaseId
  readonly reference: string
  readonly victimName: string
  readonly victimDateOfBirth: IsoDate | null
  readonly perpetratorName: string
  readonly perpetratorDateOfBirth: IsoDate | null
}

/** Every case's pair: the import and the form compare new referrals with them. */
export function casePairs(db: ReadDb): readonly CasePair[] {
  return db.all(
    `SELECT c.id AS caseId, c.reference, v.name AS victimName, v.date_of_birth AS victimDateOfBirth,
            p.name AS perpetratorName, p.date_of_birth AS perpetratorDateOfBirth
     FROM cases c JOIN people v ON v.id = c.victim_id JOIN people p ON p.id = c.perpetrator_id ORDER BY c.id`,
  )
}

/** When and by whom each case was referred: the import compares new rows with them. */
export function referralTraces(
  db: ReadDb,
): readonly { readonly caseId: CaseId; readonly receivedOn: IsoDate; readonly agencyName: string }[] {
  return db.all(
    `SELECT r.case_id AS caseId, r.received_on AS receivedOn, g.name AS agencyName FROM referrals r JOIN agencies g ON g.id = r.source_agency_id`,
  )
}
