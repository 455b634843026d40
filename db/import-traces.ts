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

/** Tables that refer to a case and say nothing of it: what an import notes of itself, and what is kept for undoing edits. */
const notOfTheCase: ReadonlySet<string> = new Set(['import_gaps', 'import_case_marks', 'case_edits'])

/** Every column by which a table refers to another one, whatever came to the schema since. */
export function hangingOn(
  db: ReadDb,
  parent: 'cases' | 'agencies',
  except: ReadonlySet<string>,
): readonly { readonly table: string; readonly column: string }[] {
  return db
    .all<{ table: string; column: string }>(
      `SELECT t.name AS "table", k."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
       WHERE t.schema = 'main' AND t.type = 'table' AND k."table" = :parent ORDER BY 1, 2`,
      { parent },
    )
    .filter(({ table }) => !except.has(table))
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
    hangingOn(db, 'cases', notOfTheCase).map(({ table, column }) => [
      table,
      column,
      db.get<Columns>(`SELECT count(*) AS n FROM "${table}" WHERE "${column}" = :caseId`, { caseId }),
    ]),
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

/** The mark of a case that an import made; null where there is none. */
export function keptMarkOfCase(db: ReadDb, importId: ImportId, caseId: CaseId): string | null {
  const found = db.get<{ state: string }>('SELECT state FROM import_case_marks WHERE import_id = :importId AND case_id = :caseId', {
    importId,
    caseId,
  })
  return found?.state ?? null
}

export function keptMarkOfAgency(db: ReadDb, importId: ImportId, id: AgencyId): string | null {
  const found = db.get<{ state: string }>('SELECT state FROM import_agency_marks WHERE import_id = :importId AND agency_id = :id', {
    importId,
    id,
  })
  return found?.state ?? null
}

/** Notes how everything stands that an import made or added to, once it is done; `ties` are those that it added, by case. */
export function noteAfter(db: WriteDb, importId: ImportId, ties: ReadonlyMap<CaseId, readonly TieId[]>): void {
  for (const { id, isMade } of casesOfImport(db, importId)) {
    if (isMade) {
      db.run('INSERT INTO import_case_marks (import_id, case_id, state) VALUES (:importId, :id, :state)', {
        importId,
        id,
        state: markOfCase(db, id),
      })
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
    db.run('INSERT INTO import_agency_marks (import_id, agency_id, state) VALUES (:importId, :id, :state)', {
      importId,
      id,
      state: markOfAgency(db, id),
    })
}
