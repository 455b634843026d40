import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate, schemaOf, UnsoundMigration } from '../../db/migrate.ts'

const first = {
  name: 'first',
  sql: `CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE wells (id INTEGER PRIMARY KEY, town INTEGER REFERENCES towns (id)) STRICT;`,
}

function storeOfFirst(): Database.Database {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, 1, [first])
  connection.exec('INSERT INTO towns VALUES (1), (2); INSERT INTO wells VALUES (1, 1), (2, 2)')
  return connection
}

test.each([
  ['loses a row', 'DELETE FROM wells WHERE id = 2'],
  [
    'leaves a reference open',
    'PRAGMA defer_foreign_keys=ON; DROP TABLE towns; CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT; INSERT INTO towns VALUES (1), (7)',
  ],
])('a step that %s is rolled back', (_, sql) => {
  const connection = storeOfFirst()
  expect(() => migrate(connection, 2, [first, { name: 'second', sql }])).toThrow(UnsoundMigration)
  expect(schemaOf(connection)).toBe(1)
  expect(connection.prepare('SELECT id FROM towns').pluck().all()).toEqual([1, 2])
  expect(connection.prepare('SELECT id FROM wells').pluck().all()).toEqual([1, 2])
})

test('a step that keeps every row and reference is taken, a table gone on purpose included', () => {
  const sql =
    'ALTER TABLE wells ADD COLUMN depth INTEGER; CREATE TABLE springs (id INTEGER PRIMARY KEY) STRICT; INSERT INTO springs SELECT id FROM wells; DROP TABLE wells'
  const connection = storeOfFirst()
  migrate(connection, 2, [first, { name: 'second', sql }])
  expect(schemaOf(connection)).toBe(2)
})
