import type { IsoInstant } from '#domain/dates.ts'
import type { ImportMappingId } from '#domain/ids.ts'
import { nameKey } from '#domain/person.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import type { ImportRecord } from './imports.ts'

/** A mapping of columns under a name. `headings` is a fingerprint of the headings that it fits; `choices` is JSON text of which column goes where. */
export type StoredMapping = {
  readonly id: ImportMappingId
  readonly kind: ImportRecord['kind']
  readonly name: string
  readonly headings: string
  /** The sheet of a workbook on which it was made; empty for other files. */
  readonly sheet: string
  readonly choices: string
  readonly savedAt: IsoInstant
  readonly savedBy: string
}

const columns = 'id, kind, name, headings, sheet, choices, saved_at AS savedAt, saved_by AS savedBy'

export function listMappings(db: ReadDb): readonly StoredMapping[] {
  return db.all(`SELECT ${columns} FROM import_mappings ORDER BY name_key, id`)
}

export function findMapping(db: ReadDb, id: ImportMappingId): StoredMapping | undefined {
  return db.get(`SELECT ${columns} FROM import_mappings WHERE id = :id`, { id })
}

/** The mapping that fits a file by its headings. */
export function findMappingByHeadings(db: ReadDb, kind: StoredMapping['kind'], headings: string): StoredMapping | undefined {
  return db.get(`SELECT ${columns} FROM import_mappings WHERE kind = :kind AND headings = :headings`, { kind, headings })
}

/** The mapping of a name, whatever its case and accents. */
export function findMappingByName(db: ReadDb, kind: StoredMapping['kind'], name: string): StoredMapping | undefined {
  return db.get(`SELECT ${columns} FROM import_mappings WHERE kind = :kind AND name_key = :key`, { kind, key: keyOf(name) })
}

/** Keys must differ where names do: a name of signs only is its own key. */
function keyOf(name: string): string {
  const key = nameKey(name)
  return key === '' ? name.toLowerCase() : key
}

/** Keeps a mapping; one that was saved for the same headings is replaced. */
export function keepMapping(db: WriteDb, mapping: Omit<StoredMapping, 'id'>): ImportMappingId {
  db.run(
    `INSERT INTO import_mappings (kind, name, name_key, headings, sheet, choices, saved_at, saved_by)
     VALUES (:kind, :name, :key, :headings, :sheet, :choices, :savedAt, :savedBy)
     ON CONFLICT (kind, headings) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, sheet = excluded.sheet,
       choices = excluded.choices, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    { ...mapping, key: keyOf(mapping.name) },
  )
  const kept = findMappingByHeadings(db, mapping.kind, mapping.headings)
  if (!kept) throw new Error('a mapping just kept is not there')
  return kept.id
}

export function renameMapping(db: WriteDb, id: ImportMappingId, name: string): void {
  db.run('UPDATE import_mappings SET name = :name, name_key = :key WHERE id = :id', { id, name, key: keyOf(name) })
}

export function removeMapping(db: WriteDb, id: ImportMappingId): void {
  db.run('DELETE FROM import_mappings WHERE id = :id', { id })
}
