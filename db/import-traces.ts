import type { AgencyId, CaseId, ImportId, TieId } from '#domain/ids.ts'
import { PersonDetails } from '#domain/people/details.ts'
import { createHash } from 'node:crypto'
import type { ReadDb, WriteDb } from './handles.ts'
import { peopleIdsOfCase } from './people.ts'

/** What a table holds of one thing, by column. */
type Columns = Readonly<Record<string, string | number | null>>

/** Single facts of a known case, by where they stand: `case.relationship`, `person.12.phone`, `person.12.details.language`. */
export type CaseFacts = Readonly<Record<string, string | number | null>>

/** How a known case stood before an import and after it, with what the import added to it. */
export type CaseTrace = {
  readonly before: CaseFacts
  readonly after: CaseFacts | null
  /** Entries and ties that the import added, each by its id, as it left them. */
  readonly entries: Readonly<Record<string, string>>
  readonly ties: Readonly<Record<string, string>>
}

const caseColumns = 'relationship, children_count, safe_contact, closed_on, closed_reason, closed_note'

/** Where the details of a person stand as they are written, beside their single fields. */
export const writtenDetails = (id: number): string => `person.${id}.written`

/** The facts of a case that an import may fill or change. */
export function factsOfCase(db: ReadDb, caseId: CaseId): CaseFacts {
  const facts: Record<string, string | number | null> = {}
  const row = db.get<Columns>(`SELECT ${caseColumns} FROM cases WHERE id = :caseId`, { caseId })
  if (!row) throw new Error('no such case')
  for (const [column, value] of Object.entries(row)) facts[`case.${column}`] = value
  const parties = db.all<Columns & { readonly id: number; readonly details: string }>(
    `SELECT id, date_of_birth, address, phone, details FROM people
     WHERE id IN (SELECT victim_id FROM cases WHERE id = :caseId UNION SELECT perpetrator_id FROM cases WHERE id = :caseId)`,
    { caseId },
  )
  for (const { id, details, ...columns } of parties) {
    for (const [column, value] of Object.entries(columns)) facts[`person.${id}.${column}`] = value
    for (const [field, value] of Object.entries(PersonDetails.parse(JSON.parse(details))))
      facts[`person.${id}.details.${field}`] = JSON.stringify(value)
    // As it is written: put back whole, it is byte for byte what it was.
    facts[writtenDetails(id)] = details
  }
  return facts
}

const entryColumns = 'id, case_id, kind, content, said_by, said_on, basis, is_privileged'

/** The entries that an import made in a case, each by its id, as they stand. */
export function entriesOfImport(db: ReadDb, importId: ImportId, caseId: CaseId): Readonly<Record<string, string>> {
  const rows = db.all<Columns>(`SELECT ${entryColumns} FROM case_entries WHERE import_id = :importId AND case_id = :caseId ORDER BY id`, {
    importId,
    caseId,
  })
  return Object.fromEntries(rows.map((row) => [String(row['id']), JSON.stringify(row)]))
}

const tieColumns = 't.id, t.case_id, t.person_id, t.role, t.side, t.is_safe_to_talk_to, t.lives_with, t.note'
const personColumns = 'p.name, p.date_of_birth, p.address, p.phone, p.details'

/** How a tie stands, with its person and in how many other cases they are; null where it is gone. */
export function tieState(db: ReadDb, id: number): string | null {
  const row = db.get<Columns>(
    `SELECT ${tieColumns}, ${personColumns},
       (SELECT count(*) FROM case_ties o WHERE o.person_id = p.id AND o.id <> t.id)
       + (SELECT count(*) FROM cases c WHERE c.victim_id = p.id) + (SELECT count(*) FROM cases c WHERE c.perpetrator_id = p.id) AS elsewhere
     FROM case_ties t JOIN people p ON p.id = t.person_id WHERE t.id = :id`,
    { id },
  )
  return row ? JSON.stringify(row) : null
}

/** A fingerprint of everything in a case: any change of it, of its people or of what hangs on it gives another one. */
export function markOfCase(db: ReadDb, caseId: CaseId): string {
  const all = (sql: string) => db.all<Columns>(sql, { caseId })
  const people = peopleIdsOfCase(db, caseId).map((id) =>
    db.get<Columns>('SELECT id, name, date_of_birth, address, phone, details FROM people WHERE id = :id', { id }),
  )
  return fingerprint([
    all(`SELECT victim_id, perpetrator_id, ${caseColumns} FROM cases WHERE id = :caseId`),
    people,
    all(`SELECT ${tieColumns} FROM case_ties t WHERE t.case_id = :caseId ORDER BY t.id`),
    all(`SELECT ${entryColumns} FROM case_entries WHERE case_id = :caseId ORDER BY id`),
    all('SELECT id, state, import_id FROM referrals WHERE case_id = :caseId ORDER BY id'),
    all('SELECT id FROM listings WHERE case_id = :caseId ORDER BY id'),
    all('SELECT id FROM actions WHERE case_id = :caseId ORDER BY id'),
    all('SELECT id FROM legal_holds WHERE case_id = :caseId ORDER BY id'),
  ])
}

/** A fingerprint of an agency and its people. */
export function markOfAgency(db: ReadDb, id: AgencyId): string {
  return fingerprint([
    db.get<Columns>('SELECT name, sector, is_core, email, phone, notes, is_archived, export_password FROM agencies WHERE id = :id', { id }),
    db.all<Columns>('SELECT name, role, email, phone FROM team_people WHERE agency_id = :id ORDER BY id', { id }),
  ])
}

function fingerprint(state: unknown): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex')
}

/** Notes how a known case stood before an import first touched it. */
export function noteBefore(db: WriteDb, importId: ImportId, caseId: CaseId): void {
  const trace: CaseTrace = { before: factsOfCase(db, caseId), after: null, entries: {}, ties: {} }
  db.run('INSERT INTO import_gaps (import_id, case_id, before) VALUES (:importId, :caseId, :trace) ON CONFLICT DO NOTHING', {
    importId,
    caseId,
    trace: JSON.stringify(trace),
  })
}

/** How a known case stood before and after an import; null where that is not known (any more). */
export function traceOf(db: ReadDb, importId: ImportId, caseId: CaseId): CaseTrace | null {
  const row = db.get<{ before: string }>('SELECT before FROM import_gaps WHERE import_id = :importId AND case_id = :caseId', {
    importId,
    caseId,
  })
  // An earlier version kept less: it is no trace to go by.
  const trace = row ? (JSON.parse(row.before) as Partial<CaseTrace>) : {}
  return trace.before && trace.after
    ? { before: trace.before, after: trace.after, entries: trace.entries ?? {}, ties: trace.ties ?? {} }
    : null
}

/** The cases that an import made or added to, in order of id. */
export function casesOfImport(
  db: ReadDb,
  importId: ImportId,
): readonly { readonly id: CaseId; readonly reference: string; readonly isMade: boolean }[] {
  return db
    .all<{ id: CaseId; reference: string; isMade: number }>(
      `SELECT c.id, c.reference, c.import_id IS :importId AS isMade FROM cases c WHERE c.id IN (
         SELECT id FROM cases WHERE import_id = :importId UNION SELECT case_id FROM referrals WHERE import_id = :importId
         UNION SELECT case_id FROM import_gaps WHERE import_id = :importId UNION SELECT case_id FROM case_entries WHERE import_id = :importId)
       ORDER BY c.id`,
      { importId },
    )
    .map((row) => ({ ...row, isMade: row.isMade === 1 }))
}

function keepMark(db: WriteDb, importId: ImportId, noun: 'case' | 'agency', recordId: number, state: string): void {
  db.run('INSERT INTO import_marks (import_id, noun, record_id, state) VALUES (:importId, :noun, :recordId, :state)', {
    importId,
    noun,
    recordId,
    state,
  })
}

export function markOf(db: ReadDb, importId: ImportId, noun: 'case' | 'agency', recordId: number): string | null {
  const row = db.get<{ state: string }>(
    'SELECT state FROM import_marks WHERE import_id = :importId AND noun = :noun AND record_id = :recordId',
    { importId, noun, recordId },
  )
  return row?.state ?? null
}

/** Notes how everything stands that an import made or added to, once it is done; `ties` are those that it added, by case. */
export function noteAfter(db: WriteDb, importId: ImportId, ties: ReadonlyMap<CaseId, readonly TieId[]>): void {
  for (const { id, isMade } of casesOfImport(db, importId)) {
    if (isMade) {
      keepMark(db, importId, 'case', id, markOfCase(db, id))
      continue
    }
    const row = db.get<{ before: string }>('SELECT before FROM import_gaps WHERE import_id = :importId AND case_id = :id', { importId, id })
    if (!row) throw new Error('a known case that was not noted before')
    const trace: CaseTrace = {
      ...(JSON.parse(row.before) as CaseTrace),
      after: factsOfCase(db, id),
      entries: entriesOfImport(db, importId, id),
      ties: Object.fromEntries((ties.get(id) ?? []).map((tie) => [String(tie), tieState(db, tie) ?? ''])),
    }
    db.run('UPDATE import_gaps SET before = :trace WHERE import_id = :importId AND case_id = :id', {
      importId,
      id,
      trace: JSON.stringify(trace),
    })
  }
  for (const { id } of db.all<{ id: AgencyId }>('SELECT id FROM agencies WHERE import_id = :importId', { importId }))
    keepMark(db, importId, 'agency', id, markOfAgency(db, id))
}
