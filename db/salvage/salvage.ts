import type { OpenStore, ReadDb, WriteDb } from '../handles.ts'
import { recordTables } from '../store-facts.ts'
import { dropHanging, standIn } from './mend-references.ts'
import { columnsOf, readTable, type Row } from './read-damaged.ts'

export type SalvagedTable = {
  readonly table: string
  readonly saved: number
  /** Rows that were there and could not be read: counted where an index counts them, else as many as might have been there. */
  readonly lost: number
  /** Rows that were read, but hang on one that is lost. */
  readonly dropped: number
}

/** Inserts the columns that the new table knows; a row that it would not take is left out. */
function insertRow(db: WriteDb, table: string, columns: ReadonlySet<string>, row: Row): number {
  const names = Object.keys(row).filter((name) => columns.has(name))
  const values = Object.fromEntries(names.map((name, index) => [`v${String(index)}`, row[name] ?? null]))
  const places = names.map((_, index) => `:v${String(index)}`).join(', ')
  return db.run(`INSERT OR IGNORE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`, values).changes
}

/**
 * Copies everything that can be read of a damaged store into a new, empty one, table by table, and says what was lost. A row on a page whose tag does
 * not fit is never copied: what is saved is what was written. Throws where not even the list of tables can be read.
 */
export function salvage(from: ReadDb, to: OpenStore): readonly SalvagedTable[] {
  const there = new Set(recordTables(from))
  const report = new Map<string, SalvagedTable>()
  to.write((db) => {
    // Tables are copied one after the other, so a reference may be there before what it refers to; at the commit every one must hold.
    db.run('PRAGMA defer_foreign_keys = ON')
    for (const table of recordTables(to).filter((name) => there.has(name))) {
      const columns = new Set(columnsOf(db, table).map(({ name }) => name))
      const { rows, lost } = readTable(from, table)
      const saved = rows.reduce((sum, row) => sum + insertRow(db, table, columns, row), 0)
      report.set(table, { table, saved, lost: lost + rows.length - saved, dropped: 0 })
    }
    standIn(db)
    for (const [table, count] of dropHanging(db)) {
      const entry = report.get(table)
      if (entry) report.set(table, { ...entry, saved: entry.saved - count, dropped: count })
    }
  })
  return [...report.values()]
}
