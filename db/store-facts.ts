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

/** Whether anything but the steps of a restore was written to the log after an entry. */
export function isLoggedSince(db: ReadDb, seq: number): boolean {
  return db.get("SELECT 1 FROM main.audit_entries WHERE seq > :seq AND operation NOT LIKE 'restore.%' LIMIT 1", { seq }) !== undefined
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
