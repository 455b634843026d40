import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0013-imports-of-the-record') + 1

test('a store of the schema before keeps its imports, and takes marks and one mapping for each name and each set of headings', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`INSERT INTO imports (id, kind, at, row_count) VALUES (1, 'referrals', '2026-11-02T09:00:00.000Z', 3)`)
  migrate(connection, version)
  expect(connection.prepare('SELECT id, row_count FROM imports').all()).toEqual([{ id: 1, row_count: 3 }])
  connection.exec(`INSERT INTO agencies (id, name, name_key, sector, is_core) VALUES (7, 'Invented', 'invented', 'other', 0);
    INSERT INTO import_agency_marks VALUES (1, 7, 'abc')`)
  expect(() => connection.exec(`INSERT INTO import_agency_marks VALUES (2, 7, 'abc')`)).toThrow(/FOREIGN KEY/)
  expect(() => connection.exec(`INSERT INTO import_case_marks VALUES (1, 7, 'abc')`)).toThrow(/FOREIGN KEY/)
  // A mark goes with what it is of.
  connection.exec('DELETE FROM agencies WHERE id = 7')
  expect(connection.prepare('SELECT count(*) AS n FROM import_agency_marks').get()).toEqual({ n: 0 })
  const insert = connection.prepare(
    `INSERT INTO import_mappings (kind, name, name_key, headings, choices, saved_at, saved_by) VALUES (?, ?, ?, ?, '{}', '2026-11-02T09:00:00.000Z', 'Petra')`,
  )
  insert.run('referrals', 'Our list', 'our list', 'print-1')
  insert.run('agencies', 'Our list', 'our list', 'print-1')
  expect(() => insert.run('referrals', 'OUR LIST', 'our list', 'print-2')).toThrow(/UNIQUE/)
  expect(() => insert.run('referrals', 'Another', 'another', 'print-1')).toThrow(/UNIQUE/)
})
