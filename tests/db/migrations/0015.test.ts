import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0015-said-repeats') + 1

test('what the referrer said of a repeat is kept apart: of what is there, only that of a first referral can be the referrer alone', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO agencies (id, name, name_key, sector, is_core) VALUES (1, 'Invented Police', 'invented police', 'police', 1);
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key) VALUES
      (7, 'HR-2026-0007', 1, 2, '{}', ''), (8, 'HR-2026-0008', 1, 2, '{}', '')`)
  const refer = (id: number, caseId: number, on: string, repeat: number) =>
    connection
      .prepare(
        `INSERT INTO referrals (id, case_id, source_agency_id, received_on, visible_high_risk, professional_judgement, escalation, repeat, state)
         VALUES (?, ?, 1, ?, 1, 0, 0, ?, 'open')`,
      )
      .run(id, caseId, on, repeat)
  refer(1, 7, '2026-05-01', 1)
  refer(2, 7, '2026-03-01', 0)
  refer(3, 8, '2026-03-01', 1)
  refer(4, 8, '2026-03-01', 1)
  migrate(connection, version)
  expect(connection.prepare('SELECT repeat, repeat_said AS said FROM referrals ORDER BY id').all()).toEqual([
    { repeat: 1, said: 0 },
    { repeat: 0, said: 0 },
    { repeat: 1, said: 1 },
    { repeat: 1, said: 0 },
  ])
  expect(() => connection.exec('UPDATE referrals SET repeat_said = 2')).toThrow(/CHECK/)
})
