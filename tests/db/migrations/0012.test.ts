import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { SearchAsk } from '#domain/search/hit.ts'
import { handlesOf } from '../../../db/handles.ts'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { search } from '../../../db/search/index.ts'
import { rowsBySchema } from '../../fixtures/stores/rows.ts'

const version = migrations.findIndex(({ name }) => name.endsWith('-search')) + 1

/** Every word with its document and its place there. */
function words(connection: Database.Database): readonly unknown[] {
  connection.exec(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, 'search_text', 'instance')`)
  const rows = connection.prepare('SELECT term, doc, offset FROM temp.seen ORDER BY 1, 2, 3').all()
  connection.exec('DROP TABLE temp.seen')
  return rows
}

function filled(upTo: number): Database.Database {
  const connection = new Database(':memory:')
  connection.pragma('trusted_schema=OFF')
  for (let each = 1; each <= upTo; each += 1) {
    migrate(connection, each)
    connection.exec(rowsBySchema[each] ?? '')
  }
  return connection
}

test('a store of the schema before is searched whole once it is brought up to date', () => {
  const connection = filled(version - 1)
  migrate(connection, version)
  const find = (text: string) => search(handlesOf(connection), SearchAsk.parse({ text })).rows.map(({ source, id }) => `${source} ${id}`)
  expect(find('larkspur')).toContain('person 1')
  expect(find('zoe angstrom')).toEqual(['person 3'])
  expect(find('المخترعة')).toEqual(['person 4'])
  expect(find('"fast response"')).toEqual(['action 1'])
  expect(find('noon').toSorted()).toEqual(['agency 1', 'entry 1'])
  expect(find('aunt')).toEqual(['tie 3'])
  expect(find('HR-2026-0001')).toEqual(['case 1'])
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('rows written under the new schema are indexed as those that were there', () => {
  const [before, after] = [filled(version - 1), new Database(':memory:')]
  migrate(before, version)
  migrate(after, version)
  after.pragma('foreign_keys=OFF')
  const tables = before
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  for (const { name } of tables)
    for (const row of before.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()) {
      const columns = Object.keys(row)
      after.prepare(`INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`).run(row)
    }
  expect(words(after)).toEqual(words(before))
  expect(words(before).length).toBeGreaterThan(50)
})
