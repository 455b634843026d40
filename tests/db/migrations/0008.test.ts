import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0008-risk-wording') + 1

test('a store of the schema before gains a place for the wording of tools, one row a version, and keeps its settings', () => {
  const connection = new Database(':memory:')
  migrate(connection, version - 1)
  connection.exec("INSERT INTO settings VALUES ('team', '{}')")
  migrate(connection, version)
  expect(connection.prepare('SELECT name FROM settings').all()).toEqual([{ name: 'team' }])
  const insert = connection.prepare("INSERT INTO risk_wordings VALUES ('da5', ?, ?, ?, '2026-11-02T09:00:00.000Z', 'Petra')")
  insert.run('pregnancy', '{}', 'An invented licence')
  expect(() => insert.run('pregnancy', '{}', 'Another one')).toThrow(/UNIQUE/)
  expect(() => insert.run('strangulation-2017', '{', 'An invented licence')).toThrow(/CHECK/)
  expect(() => insert.run('strangulation-2017', '{}', '')).toThrow(/CHECK/)
})
