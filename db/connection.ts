import Database from 'better-sqlite3-multiple-ciphers'
import { existsSync, statSync } from 'node:fs'
import { handlesOf, type OpenStore, type WriteDb } from './handles.ts'
import { isJournalSound } from './journal-check.ts'
import { migrate, newestSchema, schemaOf } from './migrate.ts'
import { PAGE_SIZE } from './page-check.ts'

/** Why a store file cannot be opened with a key that is known to be right. */
export type OpenFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'inUse' }

export type OpenOutcome = { readonly ok: true; readonly store: OpenStore } | { readonly ok: false; readonly failure: OpenFailure }

/** The 67 ASCII bytes `x'<64 hex digits>'` that hand over a raw key; written digit by digit, so that no hex string lies in the heap. */
export function rawKeyLiteral(key: Uint8Array): Buffer {
  const digits = '0123456789abcdef'
  const literal = Buffer.alloc(67)
  literal[0] = 0x78
  literal[1] = 0x27
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits.charCodeAt(byte >> 4)
    literal[3 + index * 2] = digits.charCodeAt(byte & 15)
  })
  literal[66] = 0x27
  return literal
}

/** The settings of every connection, each with the value that reading it back must give (security requirements 22, 33, 50, 53). */
const settings = [
  ['temp_store', 'MEMORY', 2],
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['fullfsync', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['cache_size', '-65536', -65536],
] as const

/** Opens a file with a raw key and sets and reads back every setting. Throws what SQLite throws. */
export function connect(
  path: string,
  key: Uint8Array,
  how: { readonly fileMustExist: boolean; readonly readonly?: boolean },
): Database.Database {
  const connection = new Database(path, { ...how, timeout: 2000 })
  try {
    connection.pragma("cipher='sqlcipher'")
    connection.pragma('legacy=4')
    const literal = rawKeyLiteral(key)
    connection.key(literal)
    literal.fill(0)
    connection.pragma('locking_mode=EXCLUSIVE')
    for (const [name, value, expected] of settings) {
      connection.pragma(`${name}=${value}`)
      const found: unknown = connection.pragma(name, { simple: true })
      // An empty answer means that SQLite was built without the setting at all, as mmap_size may be.
      if (found !== undefined && found !== expected) throw new Error(`store setting ${name} was not taken`)
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** A store that opened, with the schema that it was found in. */
export type FoundOutcome =
  | { readonly ok: true; readonly store: OpenStore; readonly schema: number }
  | { readonly ok: false; readonly failure: OpenFailure }

/**
 * Opens an existing store with the right 32-byte key and brings its schema up to date. A missing, damaged, newer or busy file is told apart and
 * left untouched; anything else throws. Where an older schema is brought up to date, `note` writes of it in the same transaction.
 */
export function openStore(path: string, key: Uint8Array, note: (db: WriteDb) => void = () => undefined): OpenOutcome {
  return openAt(path, key, (connection) => migrate(connection, undefined, undefined, () => handlesOf(connection).write(note)))
}

/** As `openStore`, but an older schema stays as it was found: to be backed up before it is changed. */
export function openStoreAsFound(path: string, key: Uint8Array): FoundOutcome {
  return openAt(path, key, () => undefined)
}

function openAt(path: string, key: Uint8Array, bringUpToDate: (connection: Database.Database) => void): FoundOutcome {
  if (!existsSync(path)) return { ok: false, failure: { kind: 'missing' } }
  const { size } = statSync(path)
  // A power cut while the file grew leaves part of a page behind; its journal puts that right.
  const isInterrupted = existsSync(`${path}-journal`)
  if (size === 0 || (size % PAGE_SIZE !== 0 && !isInterrupted)) return { ok: false, failure: { kind: 'damaged' } }
  if (isInterrupted && !isJournalSound(path, key)) return { ok: false, failure: { kind: 'damaged' } }
  let connection: Database.Database
  try {
    connection = connect(path, key, { fileMustExist: true })
  } catch (error) {
    const code = sqliteCode(error)
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { ok: false, failure: { kind: 'inUse' } }
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR_SHORT_READ'))
      return { ok: false, failure: { kind: 'damaged' } }
    throw error
  }
  try {
    const found = schemaOf(connection)
    if (found > newestSchema) {
      connection.close()
      return { ok: false, failure: { kind: 'newer', found, known: newestSchema } }
    }
    bringUpToDate(connection)
    return { ok: true, store: handlesOf(connection), schema: found }
  } catch (error) {
    connection.close()
    const code = sqliteCode(error)
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return { ok: false, failure: { kind: 'damaged' } }
    throw error
  }
}

/** A store, or a backup that begins with one, opened to be read and left as it is. */
export type ReadOnlyStore = Pick<OpenStore, 'all' | 'get' | 'problems' | 'hideFrom' | 'close'> & { readonly schema: number }

/**
 * Opens a store without changing a byte of it: no migration, no lock that stays, no journal played back. What follows the store in the file is
 * passed over. Throws what SQLite throws.
 */
export function openReadOnly(path: string, key: Uint8Array): ReadOnlyStore {
  const connection = connect(path, key, { fileMustExist: true, readonly: true })
  try {
    return { ...handlesOf(connection), schema: schemaOf(connection) }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Makes a new store at a path where no file is, and leaves it open. Throws when a file is there. */
export function createStore(path: string, key: Uint8Array): OpenStore {
  if (existsSync(path)) throw new Error('a store is already there')
  const connection = connect(path, key, { fileMustExist: false })
  try {
    migrate(connection)
    return handlesOf(connection)
  } catch (error) {
    connection.close()
    throw error
  }
}
