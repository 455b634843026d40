import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0005-case-record') + 1

/** A store of the schema before: a case whose newest referral was assessed earlier than the one before it. */
function before(): Database.Database {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO agencies (id, name, name_key, sector, is_core) VALUES (1, 'Quill Valley Police', 'quill valley police', 'police', 1);
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key, last_risk_tool, last_risk_score)
      VALUES (7, 'HR-2026-0007', 1, 2, '{"kind":"doNotContact","note":""}', 'alma invented|dan madeup', 'dash', 9);
    INSERT INTO referrals (id, case_id, source_agency_id, received_on, visible_high_risk, professional_judgement, escalation, repeat, risk_tool, risk_score,
      risk_assessed_on, state) VALUES (1, 7, 1, '2026-10-01', 1, 0, 0, 0, 'dash', 15, '2026-09-30', 'open'),
      (2, 7, 1, '2026-10-05', 1, 0, 0, 0, 'dash', 9, '2026-09-01', 'open')`)
  return connection
}

test('a case keeps its people and referrals, and its score is the one assessed last', () => {
  const connection = before()
  migrate(connection, version)
  expect(connection.prepare('SELECT reference, last_risk_tool, last_risk_score, last_risk_on FROM cases').all()).toEqual([
    { reference: 'HR-2026-0007', last_risk_tool: 'dash', last_risk_score: 15, last_risk_on: '2026-09-30' },
  ])
  expect(connection.prepare('SELECT id, incident_kind FROM referrals').all()).toEqual([
    { id: 1, incident_kind: null },
    { id: 2, incident_kind: null },
  ])
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('the record and its journal go with their case, and an id of an entry is never given out twice', () => {
  const connection = before()
  migrate(connection, version)
  const add = connection.prepare(
    `INSERT INTO case_entries (case_id, kind, content, basis, is_privileged, recorded_at, recorded_by)
     VALUES (7, 'note', '{}', 'fact', 0, '2026-11-01T09:00:00.000Z', 'Petra')`,
  )
  const first = add.run().lastInsertRowid
  connection.exec('DELETE FROM case_entries')
  expect(add.run().lastInsertRowid).toBeGreaterThan(Number(first))
  connection.exec(`INSERT INTO case_edits (case_id, at, actor, subject) VALUES (7, '2026-11-01T09:00:00.000Z', 'Petra', '{}')`)
  expect(() => connection.exec(`UPDATE case_entries SET content = 'no JSON'`)).toThrow(/CHECK/)
  connection.exec('DELETE FROM referrals; DELETE FROM cases')
  expect(connection.prepare('SELECT 1 FROM case_entries UNION ALL SELECT 1 FROM case_edits').all()).toEqual([])
})
