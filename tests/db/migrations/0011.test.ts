import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0011-linked-cases') + 1

test('a store of the schema before gains links between its cases: one for two, and gone with either', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key)
      VALUES (7, 'HR-2026-0007', 1, 2, '{}', ''), (8, 'HR-2026-0008', 2, 1, '{}', '')`)
  migrate(connection, version)
  const insert = connection.prepare(
    "INSERT INTO case_links (one_case_id, other_case_id, kind, reason, linked_at, linked_by) VALUES (?, ?, 'relative', 'invented', '2026-11-02T09:00:00.000Z', 'Petra')",
  )
  insert.run(7, 8)
  expect(() => insert.run(7, 8)).toThrow(/UNIQUE/)
  expect(() => insert.run(8, 7)).toThrow(/CHECK/)
  connection.exec('DELETE FROM cases WHERE id = 8')
  expect(connection.prepare('SELECT count(*) AS n FROM case_links').get()).toEqual({ n: 0 })
})
