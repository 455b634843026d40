import type { IsoInstant } from '#domain/dates.ts'
import type { AgencyId, ImportId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'

export type ImportRecord = {
  readonly id: ImportId
  readonly kind: 'referrals' | 'agencies'
  readonly at: IsoInstant
  readonly rowCount: number
  readonly undoneAt: IsoInstant | null
  /** Undone, so many of its referrals or agencies stayed: they had been changed or built on. */
  readonly stays: number
}

const importColumns = `id, kind, at, row_count AS rowCount, undone_at AS undoneAt, CASE WHEN undone_at IS NULL THEN 0
  WHEN kind = 'agencies' THEN (SELECT count(*) FROM agencies g WHERE g.import_id = imports.id)
  ELSE (SELECT count(*) FROM referrals r WHERE r.import_id = imports.id) END AS stays`

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
