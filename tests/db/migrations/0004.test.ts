import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate, schemaOf } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0004-log-and-retention') + 1

/** A store of the schema before, with rows that must come through. */
function before(): Database.Database {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO audit_entries (seq, at, actor, operation, subject, outcome, mac)
      VALUES (1, '2026-11-01T09:00:00.000Z', 'Petra', 'vault.create', '', 'done', x'00'), (2, '2026-11-02T09:00:00.000Z', 'Petra', 'cases.get', 'caseId=7', 'done', x'01');
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key, closed_on, closed_reason)
      VALUES (7, 'HR-2026-0007', 1, 2, '{"kind":"doNotContact","note":""}', 'alma invented|dan madeup', '2026-10-01', 'moved away');
    INSERT INTO import_reviews (kind, token, file_name, sheet, choices) VALUES ('referrals', 't', 'f.csv', '[]', '{}')`)
  return connection
}

test('a store of the schema before keeps its rows and its log stays append-only', () => {
  const connection = before()
  migrate(connection, version)
  expect(schemaOf(connection)).toBe(version)
  expect(connection.prepare('SELECT seq, operation, subject FROM audit_entries').all()).toEqual([
    { seq: 1, operation: 'vault.create', subject: '' },
    { seq: 2, operation: 'cases.get', subject: 'caseId=7' },
  ])
  expect(connection.prepare('SELECT closed_reason, closed_note FROM cases').all()).toEqual([
    { closed_reason: 'moved away', closed_note: '' },
  ])
  expect(connection.prepare('SELECT started_at FROM import_reviews').all()).toEqual([{ started_at: '' }])
  expect(() => connection.exec("UPDATE audit_entries SET actor = 'Nobody'")).toThrow(/append-only/)
  expect(() => connection.exec('DELETE FROM audit_entries WHERE seq = 1')).toThrow(/append-only/)
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('entries can go only up to a marked start', () => {
  const connection = before()
  migrate(connection, version)
  connection.exec("INSERT INTO audit_marks VALUES ('start', 1, x'00', '2026-11-03', x'00')")
  expect(connection.prepare('DELETE FROM audit_entries WHERE seq = 1').run().changes).toBe(1)
  expect(() => connection.exec('DELETE FROM audit_entries WHERE seq = 2')).toThrow(/append-only/)
})

test('one hold at a time stands on a case, and holds go with their case', () => {
  const connection = before()
  migrate(connection, version)
  const place = connection.prepare(
    "INSERT INTO legal_holds (case_id, placed_at, placed_by, reason) VALUES (7, '2026-11-03', 'Petra', 'a court asked')",
  )
  place.run()
  expect(() => place.run()).toThrow(/UNIQUE/)
  connection.exec("UPDATE legal_holds SET lifted_at = '2026-11-04'")
  place.run()
  connection.exec('DELETE FROM cases')
  expect(connection.prepare('SELECT * FROM legal_holds').all()).toEqual([])
})

test('a destruction has a reason of the list and nothing else', () => {
  const connection = before()
  migrate(connection, version)
  const insert = connection.prepare("INSERT INTO destructions (at, by, reason, audit_seq) VALUES ('2026-11-03', 'Petra', ?, 2)")
  for (const reason of ['schedule', 'personAsked', 'courtOrder', 'recordedInError']) insert.run(reason)
  expect(() => insert.run('Alma wanted it')).toThrow(/CHECK/)
})
