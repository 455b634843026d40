import { groupOf } from '#domain/audit/operation-group.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { ReadDb } from './handles.ts'

/** The last entry of the log: how far a store has come. Every change of the record makes one. */
export type AuditHead = { readonly seq: number; readonly at: IsoInstant; readonly mac: Buffer }

/** Null for a store in which nothing has happened yet. */
export function auditHead(db: ReadDb): AuditHead | null {
  return db.get<AuditHead>('SELECT seq, at, mac FROM main.audit_entries ORDER BY seq DESC LIMIT 1') ?? null
}

/** The authentication code of one entry of the log, or null where the log does not reach so far. */
export function auditMacAt(db: ReadDb, seq: number): Buffer | null {
  return db.get<{ mac: Buffer }>('SELECT mac FROM main.audit_entries WHERE seq = :seq', { seq })?.mac ?? null
}

/** Whether the log tells of a change after an entry: of more than steps of a restore, what was looked at, and what was refused. */
export function isChangedSince(db: ReadDb, seq: number): boolean {
  return db
    .all<{ operation: string }>(
      `SELECT DISTINCT operation FROM main.audit_entries
       WHERE seq > :seq AND operation NOT LIKE 'restore.%' AND outcome NOT LIKE 'refused:%'`,
      { seq },
    )
    .some(({ operation }) => groupOf(operation) !== 'views')
}

/** The tables that hold records, by name; those of the search indexes follow from them and are left out. */
export function recordTables(db: ReadDb): readonly string[] {
  return db
    .all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .map(({ name }) => name)
}

/** How many rows each table holds. */
export function rowCounts(db: ReadDb): Readonly<Record<string, number>> {
  return Object.fromEntries(recordTables(db).map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0]))
}
