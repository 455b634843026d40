import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0014-conflicts') + 1

test('a store of the schema before gains what is said of conflicts and who left before a case was opened, both gone with the case', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO agencies (id, name, name_key, sector, is_core) VALUES (1, 'Invented Police', 'invented police', 'police', 1);
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key) VALUES (7, 'HR-2026-0007', 1, 2, '{}', '');
    INSERT INTO meetings (id, kind, held_on, starts_at, place, chair, minutes_per_case, state) VALUES (1, 'regular', '2026-12-10', '09:30', '', '', 10, 'open');
    INSERT INTO listings (id, meeting_id, case_id, type, position, outcome) VALUES (1, 1, 7, 'new', 0, 'waiting')`)
  migrate(connection, version)
  const say = (saidBy: string) =>
    connection
      .prepare("INSERT INTO case_conflicts VALUES (1, 1, 'Ada Truncheonby', 7, ?, 1, '2026-12-10T09:00:00.000Z', 'Petra')")
      .run(saidBy)
  say('attendee')
  say('coordinator')
  expect(() => say('attendee')).toThrow(/UNIQUE/)
  expect(() => say('neighbour')).toThrow(/CHECK/)
  connection.exec("INSERT INTO guarded_openings VALUES (1, 1, '2026-12-10T09:00:00.000Z', 'Petra', '[]')")
  connection.exec('DELETE FROM listings; DELETE FROM cases')
  const left = connection.prepare('SELECT (SELECT count(*) FROM case_conflicts) + (SELECT count(*) FROM guarded_openings) AS n').get()
  expect(left).toEqual({ n: 0 })
})
