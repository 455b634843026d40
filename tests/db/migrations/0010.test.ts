import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { rowsBySchema } from '../../fixtures/stores/rows.ts'

const version = migrations.findIndex(({ name }) => name === '0010-restricted-cases') + 1

test('a store of the schema before keeps its cases, none of them restricted, and takes a restriction with whom it is hidden from', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  for (let schema = 1; schema < version; schema += 1) {
    migrate(connection, schema)
    connection.exec(rowsBySchema[schema] ?? '')
  }
  migrate(connection, version)
  expect(connection.prepare('SELECT id FROM cases').all()).toEqual([{ id: 1 }, { id: 2 }])
  expect(connection.prepare('SELECT * FROM case_restrictions').all()).toEqual([])
  const hide = connection.prepare("INSERT INTO case_hidden_holders VALUES (?, '00000000000000aa')")
  expect(() => hide.run(1)).toThrow(/FOREIGN KEY/)
  const restrict = connection.prepare("INSERT INTO case_restrictions VALUES (?, ?, '2026-11-02T09:00:00.000Z', 'Petra')")
  expect(() => restrict.run(1, '')).toThrow(/CHECK/)
  restrict.run(1, 'An invented reason')
  expect(() => restrict.run(1, 'Another')).toThrow(/UNIQUE/)
  hide.run(1)
  expect(() => hide.run(1)).toThrow(/UNIQUE/)
})
