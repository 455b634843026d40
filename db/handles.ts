import type Database from 'better-sqlite3-multiple-ciphers'
import { changingAll, hideCases, withAllShown } from './hidden-cases.ts'

export type SqlValue = string | number | bigint | null | Uint8Array
export type SqlParameters = Readonly<Record<string, SqlValue>>

/** A handle that can only read. Signatures say which of the two they need. */
export interface ReadDb {
  all<Row>(sql: string, parameters?: SqlParameters): Row[]
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined
}

/** A handle that may write; given out inside a transaction only. */
export interface WriteDb extends ReadDb {
  /** Runs one statement; answers the rows it changed and the id of the last inserted one. */
  run(sql: string, parameters?: SqlParameters): { readonly changes: number; readonly id: number }
  /** Lets what `work` changes reach what is hidden from this connection too: for what must stay true of every case. */
  changingAll<T>(work: () => T): T
}

/** The store, open: hands out a reading handle, and a writing one for the length of a transaction. */
export interface OpenStore extends ReadDb {
  /** Runs `work` in one immediate transaction: everything or, when it throws, nothing. */
  write<T>(work: (db: WriteDb) => T): T
  /** Writes a copy under the same key to a path where no file is: compact, and sound on media that cannot be written to. The caller syncs it. */
  copyTo(path: string): void
  /** Hides from this connection, for good, what the holder of a slot may not see. */
  hideFrom(slotId: string): void
  /** Writes the file anew in place, without freed space: atomic like any transaction, and to be called outside of one. */
  compact(): void
  /** What SQLite's own checks of structure and references find wrong; empty where all is well. */
  problems(): readonly string[]
  close(): void
}

/** A change is made in the table itself: a view that hides cases may stand before it (see `hideCases`). */
function inTheTable(sql: string): string {
  return sql.replace(/^(\s*(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM) )(?!main\.|temp\.)/, '$1main.')
}

/** Wraps a connection with a cache of prepared statements, by SQL text. */
export function handlesOf(connection: Database.Database): OpenStore {
  let hiddenFrom: string | null = null
  const prepared = new Map<string, Database.Statement>()
  const kept = (sql: string, prepare: () => Database.Statement): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const made = prepare()
    prepared.set(sql, made)
    return made
  }
  const statement = (sql: string) => kept(sql, () => connection.prepare(sql))
  const all = <Row>(sql: string, parameters: SqlParameters = {}) => statement(sql).all(parameters) as Row[]
  const get = <Row>(sql: string, parameters: SqlParameters = {}) => statement(sql).get(parameters) as Row | undefined
  const handle: WriteDb = {
    all,
    get,
    run: (sql, parameters = {}) => {
      const { changes, lastInsertRowid } = kept(sql, () => connection.prepare(inTheTable(sql))).run(parameters)
      return { changes, id: Number(lastInsertRowid) }
    },
    changingAll: (work) => changingAll(connection, work),
  }
  return {
    all,
    get,
    write: (work) => connection.transaction(() => work(handle)).immediate(),
    hideFrom: (slotId) => {
      hiddenFrom = slotId
      if (hideCases(connection, slotId)) prepared.clear()
    },
    copyTo: (path) => withAllShown(connection, hiddenFrom, () => void connection.prepare('VACUUM INTO ?').run(path)),
    compact: () => withAllShown(connection, hiddenFrom, () => void connection.exec('VACUUM')),
    problems: () => {
      const structure = connection.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
      const references = connection.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
      return [
        ...structure.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
        ...references.map(({ table }) => `reference of ${table}`),
      ]
    },
    close: () => {
      prepared.clear()
      connection.close()
    },
  }
}
