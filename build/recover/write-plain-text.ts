import { columnsOf, type ReadDb, readTable, recordTables, type Row } from '#db'
import Database from 'better-sqlite3-multiple-ciphers'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

/** Keys of earlier days, with which nothing but the log is checked: no use to a person, and no matter for plain text. */
const secretTables: ReadonlySet<string> = new Set(['former_keys'])

export type WrittenTable = { readonly table: string; readonly rows: number; readonly lost: number }

/**
 * Writes every row that can be read, readable by anybody: one ordinary SQLite file, and one CSV file for each table. In the CSV files a cell that a
 * spreadsheet would take for a formula has an apostrophe before it; the SQLite file holds everything as it is.
 */
export function writePlainText(from: ReadDb, out: string): readonly WrittenTable[] {
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const path = join(out, 'records.sqlite')
  if (existsSync(path)) throw new Error(`${path} is there already. Choose an empty folder.`)
  const plain = new Database(path)
  // Tables are written one after the other, and what was lost may be referred to.
  plain.pragma('foreign_keys=OFF')
  try {
    return recordTables(from)
      .filter((table) => !secretTables.has(table))
      .map((table) => {
        const sql = from.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :table", { table })?.sql
        if (sql === undefined) throw new Error(`the table ${table} has no definition`)
        plain.exec(sql)
        const columns = columnsOf(from, table).map(({ name }) => name)
        const { rows, lost } = readTable(from, table)
        const insert = plain.prepare(
          `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        )
        plain.transaction(() => {
          for (const row of rows) insert.run(...columns.map((name) => row[name] ?? null))
        })()
        writeFileSync(join(out, `${table}.csv`), csvOf(columns, rows), { mode: 0o600, flag: 'wx' })
        return { table, rows: rows.length, lost }
      })
  } finally {
    plain.close()
  }
}

function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (value: Row[string] | undefined) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value ?? ''))
  return `\uFEFF${Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((name) => cell(row[name]))) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
