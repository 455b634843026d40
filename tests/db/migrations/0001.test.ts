import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate, newestSchema, schemaOf } from '../../../db/migrate.ts'

type Named = { readonly name: string }
const tablesOf = (connection: Database.Database) =>
  connection
    .prepare<[], { name: string; type: string; strict: number }>(
      "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
const schemaText = (connection: Database.Database) =>
  JSON.stringify(connection.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all())

function fresh(): Database.Database {
  const connection = new Database(':memory:')
  migrate(connection, 1)
  return connection
}

test('a fresh file gets the whole schema, its version and the mark of the program', () => {
  const connection = new Database(':memory:')
  expect(schemaOf(connection)).toBe(0)
  migrate(connection, 1)
  expect(schemaOf(connection)).toBe(1)
  expect(connection.pragma('application_id', { simple: true })).toBe(0x43734264)
  const tables = tablesOf(connection).map(({ name }) => name)
  for (const table of [
    'settings',
    'agencies',
    'people',
    'cases',
    'referrals',
    'meetings',
    'listings',
    'actions',
    'action_events',
    'audit_entries',
  ])
    expect(tables).toContain(table)
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('every table is strict, but for those of the search index', () => {
  const loose = tablesOf(fresh()).filter(({ type, strict }) => type === 'table' && strict === 0)
  expect(loose).toEqual([])
})

test('there is nothing to do the second time', () => {
  const connection = fresh()
  migrate(connection)
  const before = schemaText(connection)
  const changes = connection.prepare('SELECT total_changes() AS n').get()
  migrate(connection)
  expect(schemaText(connection)).toBe(before)
  expect(connection.prepare('SELECT total_changes() AS n').get()).toEqual(changes)
  expect(schemaOf(connection)).toBe(newestSchema)
})

test('a migration that fails half-way leaves the file as it was', () => {
  const connection = new Database(':memory:')
  connection.exec('CREATE TABLE listings (id INTEGER)')
  const before = schemaText(connection)
  expect(() => {
    migrate(connection)
  }).toThrow(/already exists/)
  expect(schemaText(connection)).toBe(before)
  expect(schemaOf(connection)).toBe(0)
})

test('the log can be added to, and neither changed nor shortened', () => {
  const connection = fresh()
  connection.exec("INSERT INTO audit_entries VALUES (1, 'now', 'somebody', 'x.y', '', 'done', x'00')")
  expect(() => connection.exec("UPDATE audit_entries SET actor = 'nobody'")).toThrow(/append-only/)
  expect(() => connection.exec('DELETE FROM audit_entries')).toThrow(/append-only/)
})

test('the search index follows every change of an action', () => {
  const connection = fresh()
  connection.pragma('foreign_keys=OFF')
  const found = (word: string) =>
    connection.prepare<[string], Named>('SELECT rowid AS name FROM actions_text WHERE actions_text MATCH ?').all(`"${word}"`).length
  connection.exec(`INSERT INTO actions (reference, case_id, listing_id, meeting_id, agency_id, description, due_on, status, is_safety_action)
    VALUES ('A-0001', 1, 1, 1, 1, 'change the locks', '2026-12-14', 'agreed', 1)`)
  expect([found('locks'), found('windows')]).toEqual([1, 0])
  connection.exec("UPDATE actions SET description = 'mend the windows'")
  expect([found('locks'), found('windows')]).toEqual([0, 1])
  connection.exec('DELETE FROM actions')
  expect(found('windows')).toBe(0)
})
