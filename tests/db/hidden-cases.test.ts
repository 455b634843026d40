import { createStore, type OpenStore, openStore } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { isoDate, IsoInstant } from '#domain/dates.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { casePage } from '../../db/case-page.ts'
import { keepRestriction } from '../../db/restrictions.ts'
import { recordTables } from '../../db/store-facts.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { CaseFilter } from '#domain/case.ts'

const key = Buffer.alloc(32, 5)
const slot = '00000000000000aa'
const hidden = 7 as CaseId
const today = isoDate('2026-11-18')

let folder = ''
let store: OpenStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caseboard-hidden-'))
  store = createStore(join(folder, 'a.store'), key)
  store.write((db) => fillBigStore(db, { actions: 200, cases: 20, meetings: 3, seed: 31 }))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function hide(caseId: CaseId, slotId = slot): void {
  store.write((db) =>
    keepRestriction(
      db,
      { caseId, reason: 'An invented reason.', agencyIds: [], slotIds: [slotId] },
      IsoInstant.parse('2026-11-18T09:00:00.000Z'),
      'Petra',
    ),
  )
}
const total = () => casePage(store, CaseFilter.parse({}), today).total

/** Tables that tell nothing of any one case: a new table with a column that points at one is covered by itself. */
const ofNoCase = [
  'action_lists',
  'agencies',
  'attendance',
  'audit_marks',
  'backups',
  'destructions',
  'former_keys',
  'import_agency_marks',
  'import_mappings',
  'import_reviews',
  'imports',
  'key_holders',
  'last_ids',
  'risk_wordings',
  'saved_filters',
  'settings',
  'team_people',
]

test('every table that could tell of a case is covered', () => {
  hide(hidden)
  store.hideFrom(slot)
  const views = store.all<{ name: string }>("SELECT name FROM temp.sqlite_schema WHERE type = 'view'").map(({ name }) => name)
  const uncovered = recordTables(store).filter((table) => !views.includes(table))
  expect(uncovered).toEqual(ofNoCase)
})

test('nothing is changed for a slot from which nothing is hidden', () => {
  hide(hidden, '00000000000000bb')
  store.hideFrom(slot)
  expect(store.all("SELECT name FROM temp.sqlite_schema WHERE type = 'view'")).toEqual([])
  expect(total()).toBe(20)
})

test('a case that is hidden later in the same session is gone at once', () => {
  hide(hidden)
  store.hideFrom(slot)
  expect(total()).toBe(19)
  hide(8 as CaseId)
  expect(total()).toBe(18)
})

test('no statement changes or deletes a row that is hidden, and those beside it are changed', () => {
  hide(hidden)
  const before = store.all(`SELECT * FROM actions WHERE case_id = ${hidden} ORDER BY id`)
  store.hideFrom(slot)
  const changed = store.write((db) => db.run("UPDATE actions SET description = 'overwritten'").changes)
  expect(changed).toBe(200 - before.length)
  store.write((db) => {
    db.run('DELETE FROM action_events')
    db.run('DELETE FROM actions')
    db.run('UPDATE cases SET relationship = :word', { word: 'overwritten' })
  })
  expect(store.all(`SELECT * FROM main.actions ORDER BY id`)).toEqual(before)
  expect(store.all(`SELECT 1 FROM main.cases WHERE relationship = 'overwritten'`)).toHaveLength(19)
})

test('a name changed elsewhere is found by the hidden case too, once it is shown', () => {
  hide(hidden)
  store.write((db) => db.run('UPDATE cases SET victim_id = (SELECT victim_id FROM cases WHERE id = 8) WHERE id = :hidden', { hidden }))
  store.hideFrom(slot)
  store.write((db) =>
    db.run(
      "UPDATE people SET name = 'Zuleika Renamed', name_key = 'zuleika renamed' WHERE id = (SELECT victim_id FROM cases WHERE id = 8)",
    ),
  )
  expect(store.all("SELECT id FROM main.cases WHERE names_key LIKE '%zuleika renamed%' ORDER BY id")).toEqual([{ id: 7 }, { id: 8 }])
})

test('a copy and a file written anew hold everything, and the case stays hidden', () => {
  hide(hidden)
  store.hideFrom(slot)
  store.copyTo(join(folder, 'copy.store'))
  store.compact()
  expect(total()).toBe(19)
  const copy = openStore(join(folder, 'copy.store'), key)
  if (!copy.ok) throw new Error(copy.failure.kind)
  expect(copy.store.all('SELECT 1 FROM cases')).toHaveLength(20)
  copy.store.close()
})
