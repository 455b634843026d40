import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0009-early-review') + 1

test('a store of the schema before keeps its entries, and what raises a case is found by an index', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key)
      VALUES (7, 'HR-2026-0007', 1, 2, '{"kind":"doNotContact","note":""}', 'alma invented|dan madeup');
    INSERT INTO case_entries (case_id, kind, on_date, content, basis, is_privileged, recorded_at, recorded_by)
      VALUES (7, 'measure', NULL, '{"kind":"measure","state":"inForce","until":"2026-12-01","violations":[{"on":"2026-11-01"},{"on":"2026-11-20"}]}', 'fact', 0, '2026-11-02T09:00:00.000Z', 'Petra')`)
  migrate(connection, version)
  expect(connection.prepare('SELECT count(*) AS n FROM case_entries').get()).toEqual({ n: 1 })
  const violated = `SELECT id FROM case_entries WHERE kind = 'measure' AND json_extract(content, '$.violations[#-1].on') = '2026-11-20'`
  expect(connection.prepare(violated).all()).toHaveLength(1)
  expect(JSON.stringify(connection.prepare(`EXPLAIN QUERY PLAN ${violated}`).all())).toContain('case_entries_by_violation')
})
