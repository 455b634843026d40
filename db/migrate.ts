import type Database from 'better-sqlite3-multiple-ciphers'
import { migrations } from './migrations/index.ts'

/** Marks the file as Caseboard's ("CsBd"). */
const APPLICATION_ID = 0x43734264

/** The schema version that this program writes. */
export const newestSchema = migrations.length

/** A migration that ran and left rows out or references open. Everything is rolled back: the file is as it was. */
export class UnsoundMigration extends Error {}

/** The schema version of an open file; 0 for a new one. */
export function schemaOf(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/**
 * Brings an open file up to `upTo` (the newest by default) in one transaction, so that it is of the old schema or of the new one and never between: a version
 * that cannot go on leaves a file that the one before opens. A step that leaves fewer rows in a table, an open reference or, at the end, a structure that
 * SQLite finds wrong throws `UnsoundMigration` (security requirement 56). `note` writes what is to be known of it, in the same transaction.
 */
export function migrate(
  connection: Database.Database,
  upTo = newestSchema,
  steps: typeof migrations = migrations,
  note: () => void = () => undefined,
): void {
  const first = schemaOf(connection)
  if (first >= upTo) return
  connection
    .transaction(() => {
      for (const [index, { name, sql }] of steps.slice(first, upTo).entries()) {
        const before = rowsByTable(connection)
        connection.exec(sql)
        judge(connection, name, before)
        connection.pragma(`user_version=${first + index + 1}`)
      }
      connection.pragma(`application_id=${APPLICATION_ID}`)
      if (first > 0) judgeStructure(connection)
      note()
    })
    .immediate()
}

function judge(connection: Database.Database, name: string, before: ReadonlyMap<string, number>): void {
  const after = rowsByTable(connection)
  for (const [table, rows] of before) {
    const left = after.get(table)
    // A table that a migration has taken away on purpose is not asked for.
    if (left !== undefined && left < rows) throw new UnsoundMigration(`${name} leaves ${left} of ${rows} rows in ${table}`)
  }
  const open = connection.prepare<[], { table: string }>('PRAGMA foreign_key_check').get()
  if (open) throw new UnsoundMigration(`${name} leaves an open reference in ${open.table}`)
}

function judgeStructure(connection: Database.Database): void {
  const found: unknown = connection.pragma('integrity_check', { simple: true })
  if (found !== 'ok') throw new UnsoundMigration(`the changed store is not sound: ${String(found)}`)
}

/** How many rows each table of records holds; those of the search indexes follow from them. */
function rowsByTable(connection: Database.Database): ReadonlyMap<string, number> {
  const tables = connection
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  return new Map(
    tables.map(({ name }) => [name, connection.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0]),
  )
}
