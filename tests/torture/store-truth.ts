import type { ReadDb } from '#db'
import { createHash } from 'node:crypto'

/** Everything that a store holds, as one hash: every row of every table, the search indexes' own tables included. Throws where a page does not read. */
export function storeTruth(db: ReadDb): string {
  const hash = createHash('sha256')
  const tables = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  for (const { name, sql } of tables) {
    if (sql.startsWith('CREATE VIRTUAL')) continue
    hash.update(`${name}\n`)
    for (const row of db.all<Record<string, unknown>>(`SELECT * FROM "${name}"`))
      hash.update(
        JSON.stringify(Object.values(row).map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell))),
      )
  }
  return hash.digest('hex')
}

/** True where SQLite itself finds every page and index in order. Throws where one does not read. */
export function isSound(db: ReadDb): boolean {
  return db.all<{ integrity_check: string }>('PRAGMA integrity_check').every(({ integrity_check: line }) => line === 'ok')
}
