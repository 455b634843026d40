import { nameKey, type PersonDraft } from '#domain/person.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'

export function insertPerson(db: WriteDb, person: PersonDraft): number {
  return db.run('INSERT INTO people (name, name_key, date_of_birth, address, phone) VALUES (:name, :key, :dateOfBirth, :address, :phone)', {
    ...person,
    key: nameKey(person.name),
  }).id
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

export function deletePerson(db: WriteDb, id: number): void {
  db.run('DELETE FROM people WHERE id = :id', { id })
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
