import type { AgencyId, EntryId } from '#domain/ids.ts'
import { EntryContent } from '#domain/record/entry.ts'
import { referencesOf } from '#domain/record/references.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import type { Snapshot, StoredRow } from './snapshots.ts'

const columns = [
  'case_id',
  'kind',
  'on_date',
  'content',
  'said_by',
  'said_on',
  'basis',
  'is_privileged',
  'recorded_at',
  'recorded_by',
  'import_id',
] as const

/** The row of an entry, byte for byte. */
export function readEntry(db: ReadDb, id: EntryId): Snapshot | null {
  const row = db.get<StoredRow>(`SELECT ${columns.join(', ')} FROM case_entries WHERE id = :id`, { id })
  if (!row) return null
  const version = db.get<{ version: number }>('SELECT version FROM case_entries WHERE id = :id', { id })?.version ?? 0
  return { version, state: row }
}

/** An agency may have gone since with an import that was undone, an entry or an action with its destruction. */
function isWhole(db: ReadDb, row: StoredRow): boolean {
  const content = EntryContent.parse(JSON.parse(String(row['content'])))
  const { agencies, actions, entries } = referencesOf(content, { saidBy: row['said_by'] as AgencyId | null })
  const isThere = (table: 'agencies' | 'actions' | 'case_entries') => (id: number) =>
    db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id }) !== undefined
  return agencies.every(isThere('agencies')) && actions.every(isThere('actions')) && entries.every(isThere('case_entries'))
}

/** Puts an entry back; false where what it names is gone. */
export function writeEntry(db: WriteDb, id: EntryId, snapshot: Snapshot | null): boolean {
  if (snapshot === null) {
    db.run('DELETE FROM case_entries WHERE id = :id', { id })
    return true
  }
  // What `readEntry` gave, as the journal kept it.
  const row = snapshot.state as StoredRow
  if (!isWhole(db, row)) return false
  const assignments = columns.map((column) => `${column} = excluded.${column}`).join(', ')
  db.run(
    `INSERT INTO case_entries (id, version, ${columns.join(', ')}) VALUES (:id, :version, ${columns.map((column) => `:${column}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET version = max(case_entries.version, excluded.version - 1) + 1, ${assignments}`,
    { ...row, id, version: snapshot.version + 1 },
  )
  return true
}
