import { createStore, newestSchema, openStore } from '#db'
import Database from 'better-sqlite3-multiple-ciphers'
import { randomBytes } from 'node:crypto'
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/open-vault.ts'

const key = randomBytes(32)
const PAGE = 4096

/** A store with enough rows for several pages, closed. */
function storeWithRows(): string {
  const path = join(temporaryFolder(), 'a.store')
  const store = createStore(path, key)
  store.write((db) => {
    for (let index = 0; index < 300; index += 1) {
      db.run('INSERT INTO agencies (name, name_key, sector, is_core) VALUES (:name, :name, :sector, 0)', {
        name: `Agency of invention ${index}`,
        sector: 'other',
      })
    }
  })
  store.close()
  return path
}

/** Opens the file by hand with the right key: what a test may do to it that the program would not. */
function rawConnection(path: string): Database.Database {
  const connection = new Database(path)
  connection.pragma("cipher='sqlcipher'")
  connection.pragma('legacy=4')
  connection.key(Buffer.from(`x'${key.toString('hex')}'`))
  return connection
}

function failureOf(path: string, withKey = key) {
  const opened = openStore(path, withKey)
  if (!opened.ok) return opened.failure
  opened.store.close()
  return null
}

describe('the settings of a connection', () => {
  test('are in force, each read back', () => {
    const opened = openStore(storeWithRows(), key)
    if (!opened.ok) throw new Error(opened.failure.kind)
    const setting = (name: string) => Object.values(opened.store.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]
    expect({
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      temp: setting('temp_store'),
      secureDelete: setting('secure_delete'),
      foreignKeys: setting('foreign_keys'),
      trustedSchema: setting('trusted_schema'),
      cellSizeCheck: setting('cell_size_check'),
      locking: setting('locking_mode'),
      pageSize: setting('page_size'),
    }).toEqual({
      journal: 'delete',
      synchronous: 3,
      temp: 2,
      secureDelete: 1,
      foreignKeys: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      locking: 'exclusive',
      pageSize: PAGE,
    })
    opened.store.close()
  })

  test('a reference to nothing is refused by the store itself', () => {
    const opened = openStore(storeWithRows(), key)
    if (!opened.ok) throw new Error(opened.failure.kind)
    const { store } = opened
    expect(() =>
      store.write((db) => db.run("INSERT INTO team_people (agency_id, name, role) VALUES (999999, 'Nobody', 'contact')")),
    ).toThrow(/FOREIGN KEY/)
    store.close()
  })
})

describe('the file', () => {
  test('is no SQLite file to anybody without the key, and holds nothing in plain text', () => {
    const path = storeWithRows()
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3')
    for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(Buffer.from('Agency of invention', encoding))).toBe(false)
    expect(() => new Database(path).prepare('SELECT * FROM agencies').all()).toThrow(/not a database/)
  })

  test('would show its rows if it were not encrypted: the search above does find things', () => {
    const path = join(temporaryFolder(), 'plain.store')
    const plain = new Database(path)
    plain.exec("CREATE TABLE t (name TEXT); INSERT INTO t VALUES ('Agency of invention 1')")
    plain.close()
    expect(readFileSync(path).includes(Buffer.from('Agency of invention'))).toBe(true)
  })

  test('keeps nothing of a deleted row, in any page', () => {
    const path = join(temporaryFolder(), 'a.store')
    createStore(path, key).close()
    const connection = rawConnection(path)
    connection.pragma('secure_delete=ON')
    connection.exec("INSERT INTO people (name, name_key) VALUES ('Zebedee Quibblewick', 'zebedee quibblewick')")
    connection.exec('DELETE FROM people')
    connection.pragma("rekey=''")
    connection.close()
    expect(readFileSync(path).includes(Buffer.from('Quibblewick'))).toBe(false)
  })
})

describe('what is wrong with a file is told apart', () => {
  test('a sound store opens', () => {
    expect(failureOf(storeWithRows())).toBeNull()
  })

  test('missing', () => {
    expect(failureOf(join(temporaryFolder(), 'nothing.store'))).toEqual({ kind: 'missing' })
  })

  test('a wrong key is damage, since a key that reaches the store is known to be right', () => {
    expect(failureOf(storeWithRows(), randomBytes(32))).toEqual({ kind: 'damaged' })
  })

  test('empty, cut short, or not a whole number of pages', () => {
    for (const length of [0, 100, PAGE - 1, PAGE + 1]) {
      const path = storeWithRows()
      truncateSync(path, length)
      expect(failureOf(path)).toEqual({ kind: 'damaged' })
      expect(statSync(path).size).toBe(length)
    }
  })

  test('a flipped bit in the first page', () => {
    const path = storeWithRows()
    const file = openSync(path, 'r+')
    const bytes = readFileSync(path)
    writeSync(file, Buffer.from([(bytes[2000] ?? 0) ^ 1]), 0, 1, 2000)
    closeSync(file)
    expect(failureOf(path)).toEqual({ kind: 'damaged' })
  })

  test('something else altogether', () => {
    const path = join(temporaryFolder(), 'a.store')
    writeFileSync(path, Buffer.alloc(PAGE * 3, 'lorem ipsum '))
    expect(failureOf(path)).toEqual({ kind: 'damaged' })
  })

  test('a later version, which is left as it is', () => {
    const path = storeWithRows()
    const connection = rawConnection(path)
    connection.pragma(`user_version=${newestSchema + 3}`)
    connection.close()
    const before = readFileSync(path)
    expect(failureOf(path)).toEqual({ kind: 'newer', found: newestSchema + 3, known: newestSchema })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('open elsewhere', () => {
    const path = storeWithRows()
    const first = openStore(path, key)
    if (!first.ok) throw new Error(first.failure.kind)
    first.store.write((db) => db.run("UPDATE agencies SET notes = 'held' WHERE id = 1"))
    expect(failureOf(path)).toEqual({ kind: 'inUse' })
    first.store.close()
    expect(failureOf(path)).toBeNull()
  })
})

test('a store whose growth was cut off in the middle of a page is put right by its journal', () => {
  const path = storeWithRows()
  const torn = join(temporaryFolder(), 'torn.store')
  const connection = rawConnection(path)
  connection.pragma('journal_mode=DELETE')
  connection.pragma('cache_size=1')
  connection.exec('BEGIN')
  for (let index = 0; index < 400; index += 1)
    connection.exec(`INSERT INTO agencies (name, name_key, sector, is_core) VALUES ('Late ${index}', 'late ${index}', 'other', 0)`)
  expect(existsSync(`${path}-journal`)).toBe(true)
  copyFileSync(path, torn)
  copyFileSync(`${path}-journal`, `${torn}-journal`)
  connection.exec('ROLLBACK')
  connection.close()
  expect(statSync(torn).size).toBeGreaterThan(statSync(path).size)
  truncateSync(torn, statSync(torn).size - 1000)
  const opened = openStore(torn, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  expect(opened.store.get('SELECT count(*) AS n FROM agencies')).toEqual({ n: 300 })
  opened.store.close()
})

test('a refused piece of work leaves nothing behind', () => {
  const opened = openStore(storeWithRows(), key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { store } = opened
  expect(() =>
    store.write((db) => {
      db.run('DELETE FROM agencies')
      throw new Error('changed my mind')
    }),
  ).toThrow('changed my mind')
  expect(store.get('SELECT count(*) AS n FROM agencies')).toEqual({ n: 300 })
  store.close()
})

test('no store is made over a file that is there', () => {
  const path = storeWithRows()
  expect(() => createStore(path, key)).toThrow('already there')
})
