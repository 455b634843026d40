import type { ReadDb, WriteDb } from '#db'
import type { IsoDate } from '#domain/dates.ts'
import { writeMark } from './marks.ts'

/** The last entry before which everything is older than a day, so that no newer one goes with it; null where the first is newer already. */
export function logUpTo(db: ReadDb, before: IsoDate): number | null {
  const found = db.get<{ upTo: number | null }>(
    `SELECT CASE WHEN newer.seq IS NULL THEN (SELECT max(seq) - 1 FROM main.audit_entries) ELSE newer.seq - 1 END AS upTo
     FROM (SELECT (SELECT min(seq) FROM main.audit_entries WHERE at >= :before) AS seq) newer`,
    { before },
  )
  const first = db.get<{ seq: number | null }>('SELECT min(seq) AS seq FROM main.audit_entries')?.seq ?? null
  if (!found || found.upTo === null || first === null || found.upTo < first) return null
  return found.upTo
}

/** Seals where the log begins from now on: after this entry, whose code the next one hangs on. Only entries up to a sealed start can be deleted. */
export function markLogStart(db: WriteDb, key: Uint8Array, seq: number): void {
  const entry = db.get<{ mac: Buffer; at: string }>('SELECT mac, at FROM main.audit_entries WHERE seq = :seq', { seq })
  if (!entry) throw new Error('a log cannot start after an entry that is not there')
  writeMark(db, key, 'start', { seq, ...entry })
}
