import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate, schemaOf } from '../../../db/migrate.ts'

/** A store of the first schema with one row that must come through. */
function before(): Database.Database {
  const connection = new Database(':memory:')
  migrate(connection, 1)
  connection.exec(
    "INSERT INTO settings VALUES ('team', '{}'); INSERT INTO audit_entries VALUES (1, 'now', 'Petra', 'vault.create', '', 'done', x'00')",
  )
  return connection
}

test('a store of the first schema gains the list of backups and keeps its rows', () => {
  const connection = before()
  migrate(connection, 2)
  expect(schemaOf(connection)).toBe(2)
  expect(connection.prepare('SELECT * FROM backups').all()).toEqual([])
  expect(connection.prepare('SELECT name, value FROM settings').all()).toEqual([{ name: 'team', value: '{}' }])
  expect(connection.prepare('SELECT seq, operation FROM audit_entries').all()).toEqual([{ seq: 1, operation: 'vault.create' }])
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a backup is automatic, at a chosen place or before an update, and nothing else', () => {
  const connection = before()
  migrate(connection, 2)
  const insert = connection.prepare(
    'INSERT INTO backups (made_at, place, folder, is_elsewhere, file_name, bytes, audit_seq) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const place of ['automatic', 'chosen', 'beforeUpdate']) insert.run('2026-11-25T09:00:00.000Z', place, '', 0, 'a.caseboard', 1, 1)
  expect(() => insert.run('2026-11-25T09:00:00.000Z', 'cloud', '', 0, 'a.caseboard', 1, 1)).toThrow(/CHECK/)
  expect(() => insert.run('2026-11-25T09:00:00.000Z', 'chosen', '', 2, 'a.caseboard', 1, 1)).toThrow(/CHECK/)
})
