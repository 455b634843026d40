import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'

const version = migrations.findIndex(({ name }) => name === '0006-people-and-ties') + 1

test('the children of a store of the schema before become people of their cases, and read as before', () => {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys=ON')
  migrate(connection, version - 1)
  connection.exec(`
    INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented'), (2, 'Dan Madeup', 'dan madeup');
    INSERT INTO cases (id, reference, victim_id, perpetrator_id, safe_contact, names_key)
      VALUES (7, 'HR-2026-0007', 1, 2, '{"kind":"doNotContact","note":""}', 'alma invented|dan madeup');
    INSERT INTO children (case_id, name, date_of_birth, school) VALUES (7, 'Sorrel', '2018-03-04', 'Fablewood Primary'), (7, '', NULL, '')`)
  const read = () => connection.prepare('SELECT case_id, name, date_of_birth, school FROM children ORDER BY id').all()
  const before = read()
  migrate(connection, version)
  expect(read()).toEqual(before)
  expect(connection.prepare('SELECT case_id, person_id, role FROM case_ties').all()).toEqual([
    { case_id: 7, person_id: 3, role: 'child' },
    { case_id: 7, person_id: 4, role: 'child' },
  ])
  expect(connection.pragma('foreign_key_check')).toEqual([])
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a person has a newer version after every change, whoever makes it, and none where nothing changed', () => {
  const connection = new Database(':memory:')
  migrate(connection, version)
  connection.exec("INSERT INTO people (id, name, name_key) VALUES (1, 'Alma Invented', 'alma invented')")
  const versionOf = () => connection.prepare('SELECT version FROM people').pluck().get()
  connection.exec("UPDATE people SET address = '9 Invented Row'")
  expect(versionOf()).toBe(2)
  connection.exec("UPDATE people SET address = '9 Invented Row'")
  expect(versionOf()).toBe(2)
})
