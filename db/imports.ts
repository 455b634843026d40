import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { AgencyId, CaseId, ImportId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { deletePeopleInNoCase, peopleIdsOfCase } from './people.ts'
import { refreshLatestReferral } from './cases.ts'

export type ImportRecord = {
  readonly id: ImportId
  readonly kind: 'referrals' | 'agencies'
  readonly at: IsoInstant
  readonly rowCount: number
  readonly undoneAt: IsoInstant | null
}

const importColumns = 'id, kind, at, row_count AS rowCount, undone_at AS undoneAt'

/** Past imports, newest first. */
export function listImports(db: ReadDb): readonly ImportRecord[] {
  return db.all(`SELECT ${importColumns} FROM imports ORDER BY id DESC LIMIT 200`)
}

export function findImport(db: ReadDb, id: ImportId): ImportRecord | undefined {
  return db.get(`SELECT ${importColumns} FROM imports WHERE id = :id`, { id })
}

export function insertImport(db: WriteDb, kind: ImportRecord['kind'], at: IsoInstant, rowCount: number): ImportId {
  return db.run('INSERT INTO imports (kind, at, row_count) VALUES (:kind, :at, :rowCount)', { kind, at, rowCount }).id as ImportId
}

type Gaps = {
  readonly relationship: string
  readonly childrenCount: number | null
  readonly safeContact: string
  readonly people: readonly {
    readonly id: number
    readonly dateOfBirth: IsoDate | null
    readonly address: string
    readonly phone: string
  }[]
}

/** Notes how a known case stood before an import fills its gaps, once an import, so that undoing takes the filling back too. */
export function noteGaps(db: WriteDb, importId: ImportId, caseId: CaseId): void {
  const found = db.get<Omit<Gaps, 'people'>>(
    'SELECT relationship, children_count AS childrenCount, safe_contact AS safeContact FROM cases WHERE id = :caseId',
    { caseId },
  )
  if (!found) throw new Error('no such case')
  const people = db.all<Gaps['people'][number]>(
    `SELECT id, date_of_birth AS dateOfBirth, address, phone FROM people
     WHERE id IN (SELECT victim_id FROM cases WHERE id = :caseId UNION SELECT perpetrator_id FROM cases WHERE id = :caseId)`,
    { caseId },
  )
  const before: Gaps = { ...found, people }
  db.run('INSERT INTO import_gaps (import_id, case_id, before) VALUES (:importId, :caseId, :before) ON CONFLICT DO NOTHING', {
    importId,
    caseId,
    before: JSON.stringify(before),
  })
}

/** References of what has been built on an import since: cases of it that were listed, referred again or named in actions, agencies of it in use. */
export function builtUpon(db: ReadDb, id: ImportId): readonly string[] {
  return db
    .all<{ reference: string }>(
      `SELECT DISTINCT c.reference FROM referrals r JOIN cases c ON c.id = r.case_id
         WHERE r.import_id = :id AND (r.state NOT IN ('open', 'returned', 'screenedOut') OR EXISTS (SELECT 1 FROM listings l WHERE l.referral_id = r.id))
       UNION SELECT c.reference FROM cases c
         WHERE c.import_id = :id AND (
           EXISTS (SELECT 1 FROM listings l WHERE l.case_id = c.id)
           OR EXISTS (SELECT 1 FROM referrals r WHERE r.case_id = c.id AND r.import_id IS NOT :id))
       UNION SELECT g.name FROM agencies g
         WHERE g.import_id = :id AND (
           EXISTS (SELECT 1 FROM referrals r WHERE r.source_agency_id = g.id AND r.import_id IS NOT :id)
           OR EXISTS (SELECT 1 FROM actions a WHERE a.agency_id = g.id)
           OR EXISTS (SELECT 1 FROM attendance t WHERE t.agency_id = g.id)
           OR EXISTS (SELECT 1 FROM shared_facts f WHERE f.agency_id = g.id)
           OR EXISTS (SELECT 1 FROM action_lists k WHERE k.agency_id = g.id))
       ORDER BY 1 LIMIT 20`,
      { id },
    )
    .map(({ reference }) => reference)
}

function restoreGaps(db: WriteDb, importId: ImportId): void {
  for (const { caseId, before } of db.all<{ caseId: CaseId; before: string }>(
    'SELECT case_id AS caseId, before FROM import_gaps WHERE import_id = :importId',
    { importId },
  )) {
    const { relationship, childrenCount, safeContact, people } = JSON.parse(before) as Gaps
    db.run(
      'UPDATE cases SET relationship = :relationship, children_count = :childrenCount, safe_contact = :safeContact, version = version + 1 WHERE id = :caseId',
      { caseId, relationship, childrenCount, safeContact },
    )
    for (const person of people)
      db.run('UPDATE people SET date_of_birth = :dateOfBirth, address = :address, phone = :phone WHERE id = :id', person)
    refreshLatestReferral(db, caseId)
  }
  db.run('DELETE FROM import_gaps WHERE import_id = :importId', { importId })
}

/** Takes back all that an import made; ask `builtUpon` first. Answers how many referrals or agencies went. */
export function undoImport(db: WriteDb, id: ImportId, now: IsoInstant): number {
  const referrals = db.run('DELETE FROM referrals WHERE import_id = :id', { id }).changes
  for (const made of db.all<{ id: CaseId }>('SELECT id FROM cases WHERE import_id = :id', { id })) {
    const people = peopleIdsOfCase(db, made.id)
    db.run('DELETE FROM cases WHERE id = :id', { id: made.id })
    deletePeopleInNoCase(db, people)
  }
  restoreGaps(db, id)
  const agencies = db.run('DELETE FROM agencies WHERE import_id = :id', { id }).changes
  const found = findImport(db, id)
  db.run('UPDATE imports SET undone_at = :now WHERE id = :id', { id, now })
  return found?.kind === 'agencies' ? agencies : referrals
}

/** What was read of a file and what was chosen so far, both as JSON text; one review of each kind at a time. */
export type StoredReview = {
  readonly kind: ImportRecord['kind']
  readonly token: string
  readonly fileName: string
  readonly sheet: string
  readonly choices: string
}

export function findReview(db: ReadDb, kind: StoredReview['kind']): StoredReview | undefined {
  return db.get('SELECT kind, token, file_name AS fileName, sheet, choices FROM import_reviews WHERE kind = :kind', { kind })
}

export function findReviewByToken(db: ReadDb, token: string): StoredReview | undefined {
  return db.get('SELECT kind, token, file_name AS fileName, sheet, choices FROM import_reviews WHERE token = :token', { token })
}

export function saveReview(db: WriteDb, review: StoredReview): void {
  db.run(
    `INSERT INTO import_reviews (kind, token, file_name, sheet, choices, started_at)
     VALUES (:kind, :token, :fileName, :sheet, :choices, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
     ON CONFLICT (kind) DO UPDATE SET token = excluded.token, file_name = excluded.file_name, sheet = excluded.sheet, choices = excluded.choices,
       started_at = excluded.started_at`,
    review,
  )
}

export function saveReviewChoices(db: WriteDb, token: string, choices: string): void {
  db.run('UPDATE import_reviews SET choices = :choices WHERE token = :token', { token, choices })
}

export function deleteReview(db: WriteDb, token: string): void {
  db.run('DELETE FROM import_reviews WHERE token = :token', { token })
}

/** The agencies of a list of names by their key, for matching a file's rows. */
export function agencyNames(db: ReadDb): readonly { readonly id: AgencyId; readonly name: string }[] {
  return db.all('SELECT id, name FROM agencies WHERE is_archived = 0 ORDER BY name')
}
