import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { ReadDb } from './handles.ts'
import { auditHead } from './store-facts.ts'

/** What a store holds, in the words of the people who keep it. */
export type StoreSummary = {
  readonly cases: number
  readonly referrals: number
  readonly meetings: number
  readonly actions: number
  readonly agencies: number
  /** Entries of the records of cases. */
  readonly notes: number
  /** Entries of the log, and when the last one was made. */
  readonly entries: number
  readonly lastAt: IsoInstant | null
}

/** A store that was made by an earlier version and is only read has no record of cases yet. */
function hasRecord(db: ReadDb): boolean {
  return db.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'case_entries'`) !== undefined
}

export function storeSummary(db: ReadDb): StoreSummary {
  const count = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
  const head = auditHead(db)
  return {
    cases: count('cases'),
    referrals: count('referrals'),
    meetings: count('meetings'),
    actions: count('actions'),
    agencies: count('agencies'),
    notes: hasRecord(db) ? count('case_entries') : 0,
    entries: head?.seq ?? 0,
    lastAt: head?.at ?? null,
  }
}

/** What one store holds and another does not. */
export type StoreLacks = {
  readonly cases: readonly string[]
  readonly meetings: readonly IsoDate[]
  readonly agencies: readonly string[]
  readonly referrals: number
  readonly actions: number
  /** Actions that both hold, changed in the one after the other was left. */
  readonly changedActions: number
  /** Entries of the records of cases that are new or were changed. */
  readonly notes: number
}

/** What `whole` holds that `part` lacks: what would be gone if `part` took its place. */
export function whatLacks(part: ReadDb, whole: ReadDb): StoreLacks {
  /** By what is unique and never given out twice: a case's reference, a row's id as text. */
  const missing = (sql: string): readonly string[] => {
    const there = new Set(part.all<{ key: string }>(sql).map(({ key }) => key))
    return whole
      .all<{ key: string }>(sql)
      .map(({ key }) => key)
      .filter((key) => !there.has(key))
  }
  const versions = new Map(
    part.all<{ id: number; version: number }>('SELECT id, version FROM actions').map(({ id, version }) => [id, version]),
  )
  const meetings = new Set(missing('SELECT CAST(id AS TEXT) AS key FROM meetings'))
  return {
    cases: missing('SELECT reference AS key FROM cases ORDER BY id'),
    meetings: whole
      .all<{ id: number; heldOn: IsoDate }>('SELECT id, held_on AS heldOn FROM meetings ORDER BY held_on, id')
      .filter(({ id }) => meetings.has(String(id)))
      .map(({ heldOn }) => heldOn),
    agencies: missing('SELECT name AS key FROM agencies ORDER BY name'),
    referrals: missing('SELECT CAST(id AS TEXT) AS key FROM referrals').length,
    actions: missing('SELECT reference AS key FROM actions').length,
    notes: hasRecord(whole) ? newerEntries(part, whole) : 0,
    changedActions: whole
      .all<{ id: number; version: number }>('SELECT id, version FROM actions')
      .filter(({ id, version }) => (versions.get(id) ?? version) < version).length,
  }
}

function newerEntries(part: ReadDb, whole: ReadDb): number {
  const rows = (db: ReadDb) => db.all<{ id: number; version: number }>('SELECT id, version FROM case_entries')
  const there = new Map((hasRecord(part) ? rows(part) : []).map(({ id, version }) => [id, version]))
  return rows(whole).filter(({ id, version }) => (there.get(id) ?? 0) < version).length
}
