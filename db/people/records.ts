import type { CaseId, PersonId } from '#domain/ids.ts'
import { PersonDetails } from '#domain/people/details.ts'
import { knownOfPerson } from '#domain/people/known-of-person.ts'
import type { PersonContent, PersonRecord } from '#domain/people/person-record.ts'
import type { Appearance } from '#domain/people/tie.ts'
import { nameKey } from '#domain/person.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { doNotContact, SafeContact } from '#domain/safe-contact.ts'
import { type KnownIdentifiers, knownTogether } from '#domain/sharing/identifiers.ts'
import { namesInWords } from '#domain/sharing/names-in-words.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { peopleIdsOfCase } from '../people.ts'
import { entriesOfCase } from '../record/entries.ts'

type StoredPerson = Omit<PersonRecord, 'details'> & { readonly details: string }

const personColumns = 'id, name, date_of_birth AS dateOfBirth, address, phone, details, version'

function recordOf({ details, ...person }: StoredPerson): PersonRecord {
  return { ...person, details: PersonDetails.parse(JSON.parse(details)) }
}

export function findPerson(db: ReadDb, id: number): PersonRecord | undefined {
  const row = db.get<StoredPerson>(`SELECT ${personColumns} FROM people WHERE id = :id`, { id })
  return row && recordOf(row)
}

const rowOf = ({ name, dateOfBirth, address, phone, details }: PersonContent) => ({
  name,
  key: nameKey(name),
  dateOfBirth,
  address,
  phone,
  details: JSON.stringify(details),
})

/** Writes what is known of a person. The forms of the cases that show it are then out of date, and say so. */
export function writePerson(db: WriteDb, id: number, content: PersonContent): void {
  db.run(
    `UPDATE people SET name = :name, name_key = :key, date_of_birth = :dateOfBirth, address = :address, phone = :phone, details = :details,
       version = version + 1 WHERE id = :id`,
    { id, ...rowOf(content) },
  )
  touchCasesOf(db, id)
}

/** Puts a person back under the number that was theirs, where an undone edit has not done so already. */
export function reinsertPerson(db: WriteDb, { id, version, ...content }: PersonRecord): void {
  db.run(
    `INSERT INTO people (id, name, name_key, date_of_birth, address, phone, details, version)
     VALUES (:id, :name, :key, :dateOfBirth, :address, :phone, :details, :version) ON CONFLICT DO NOTHING`,
    { id, version, ...rowOf(content) },
  )
}

/** Notes that what the cases of a person show has changed. */
export function touchCasesOf(db: WriteDb, id: number): void {
  db.run(
    `UPDATE cases SET version = version + 1 WHERE id IN (
       SELECT id FROM main.cases WHERE victim_id = :id UNION SELECT id FROM main.cases WHERE perpetrator_id = :id
       UNION SELECT case_id FROM main.case_ties WHERE person_id = :id AND role = 'child')`,
    { id },
  )
}

/** The cases in which a person is, and as what, by reference. */
export function appearancesOf(db: ReadDb, personId: number): readonly Appearance[] {
  return db.all(
    `SELECT id AS caseId, reference, 'victim' AS role FROM cases WHERE victim_id = :personId
     UNION ALL SELECT id, reference, 'perpetrator' FROM cases WHERE perpetrator_id = :personId
     UNION ALL SELECT c.id, c.reference, t.role FROM case_ties t JOIN cases c ON c.id = t.case_id WHERE t.person_id = :personId
     ORDER BY 2, 3`,
    { personId },
  )
}

/** Everything by which the people of a case could be known, allies and relatives too: what no export may carry. */
export function identifiersOfCase(db: ReadDb, caseId: CaseId): KnownIdentifiers {
  const people = peopleIdsOfCase(db, caseId).flatMap((id) => findPerson(db, id) ?? [])
  if (people.length === 0) throw new Error('no such case')
  return knownTogether([...people.map(knownOfPerson), knownOfSafeContact(db, caseId)])
}

/** Whom she is reached through, and the word by which she shows that it is she: free words, in which names may stand. */
function knownOfSafeContact(db: ReadDb, caseId: CaseId): KnownIdentifiers {
  const stored = db.get<{ safe_contact: string }>('SELECT safe_contact FROM cases WHERE id = :caseId', { caseId })
  const contact = stored === undefined ? doNotContact : SafeContact.parse(JSON.parse(stored.safe_contact))
  const voices = entriesOf(entriesOfCase(db, caseId), 'voice').map(({ content }) => content)
  const who = contact.kind === 'onlyThrough' ? contact.who : contact.kind === 'direct' ? contact.how : ''
  return {
    names: [
      ...namesInWords(who, true),
      ...namesInWords(contact.note, false),
      ...voices.flatMap(({ toldBy }) => namesInWords(toldBy, true)),
    ],
    datesOfBirth: [],
    phones: [],
    addresses: [],
    emails: [],
    places: [],
    codes: voices.map(({ codeWord }) => codeWord).filter((word) => word !== ''),
  }
}

/** True where the person is victim or perpetrator of a case, and so must have a name. */
export function isPartyOfACase(db: ReadDb, id: PersonId): boolean {
  return (
    db.get('SELECT 1 FROM cases WHERE victim_id = :id UNION SELECT 1 FROM cases WHERE perpetrator_id = :id LIMIT 1', { id }) !== undefined
  )
}
