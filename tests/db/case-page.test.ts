import { casePage } from '#db'
import { CaseFilter, caseSorts, caseStates, type CaseRow, type CaseState } from '#domain/case.ts'
import { nameKey } from '#domain/person.ts'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { bigStoreToday as today } from '../fixtures/big-store.ts'
import { filledStore } from '../fixtures/filled-store.ts'

const { store, end } = filledStore({ actions: 500, cases: 120, meetings: 6, seed: 6 })
afterAll(end)

const everyCase: readonly CaseRow[] = casePage(store, CaseFilter.parse({ limit: 500, direction: 'ascending' }), today).rows

/** The state of every case from its listings and referrals, one by one (domain.md 3.2). */
const stateOf = new Map<number, CaseState>(
  everyCase.map(({ id }) => {
    const isClosed = store.get<{ on: string | null }>('SELECT closed_on AS "on" FROM cases WHERE id = :id', { id })?.on !== null
    const listings = store.all<{ outcome: string; state: string }>(
      'SELECT l.outcome, m.state FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = :id',
      { id },
    )
    const referrals = store.all<{ state: string }>('SELECT state FROM referrals WHERE case_id = :id', { id })
    const isListed = listings.some(({ outcome, state }) => outcome === 'waiting' && state !== 'closed')
    const isWaiting = referrals.some(({ state }) => state === 'open' || state === 'deferred')
    return [id, isClosed ? 'closed' : isListed ? 'listed' : isWaiting ? 'waiting' : 'monitoring']
  }),
)

function passes(row: CaseRow, filter: CaseFilter): boolean {
  const key = nameKey(filter.search)
  const isFound =
    filter.search === '' ||
    row.reference.toLowerCase().includes(filter.search.toLowerCase()) ||
    (!/^(hr-)?[\d-]+$/i.test(filter.search) && [row.victimName, row.perpetratorName].some((name) => nameKey(name).includes(key)))
  return (
    isFound &&
    (filter.state === null || stateOf.get(row.id) === filter.state) &&
    (!filter.repeatsOnly || row.isRepeat) &&
    (!filter.withChildrenOnly || (row.childrenCount ?? 0) > 0)
  )
}

function plainly(filter: CaseFilter): readonly number[] {
  const key = (row: CaseRow): string | number =>
    filter.sort === 'reference' ? row.id : filter.sort === 'receivedOn' ? (row.receivedOn ?? '') : (row.risk?.score ?? -1)
  const sorted = everyCase
    .filter((row) => passes(row, filter))
    .sort((one, other) => (key(one) === key(other) ? one.id - other.id : key(one) < key(other) ? -1 : 1))
  return (filter.direction === 'ascending' ? sorted : sorted.toReversed()).map((row) => row.id)
}

const someFilter: fc.Arbitrary<CaseFilter> = fc.record({
  search: fc.constantFrom(
    '',
    '',
    '',
    'Kestrel',
    'kes',
    'é',
    'e',
    'fox glove',
    'foxglove',
    'Nightingale-Moss',
    'hr-2026',
    'HR-2026-0012',
    '0012',
    '%',
    'nobody',
  ),
  state: fc.option(fc.constantFrom(...caseStates)),
  repeatsOnly: fc.boolean(),
  withChildrenOnly: fc.boolean(),
  // What the record of a case calls for has its own test.
  attention: fc.constant(null),
  sort: fc.constantFrom(...caseSorts),
  direction: fc.constantFrom('ascending', 'descending'),
  offset: fc.nat(130),
  limit: fc.integer({ min: 1, max: 200 }),
})

test('every window on every filter and order of cases holds exactly the rows that going through all of them gives', () => {
  fc.assert(
    fc.property(someFilter, (filter) => {
      const expected = plainly(filter)
      const page = casePage(store, filter, today)
      expect(page.total).toBe(expected.length)
      expect(page.rows.map((row) => row.id)).toEqual(expected.slice(filter.offset, filter.offset + filter.limit))
    }),
    { numRuns: 400 },
  )
})

test('a row counts the open and the overdue actions of its case, and says its state', () => {
  for (const row of everyCase) {
    const counted = store.get(
      `SELECT count(*) AS open, coalesce(sum(due_on < :today), 0) AS overdue FROM actions WHERE case_id = :id AND status IN ('proposed', 'agreed', 'inProgress')`,
      { id: row.id, today },
    )
    expect({ open: row.openActions, overdue: row.overdueActions }).toEqual(counted)
    expect(row.state).toBe(stateOf.get(row.id))
  }
  expect(new Set(stateOf.values()).size).toBe(caseStates.length)
})

test('a renamed person is found by the new name and no longer by the old one', () => {
  const { id } = store.write((db) => {
    const found = db.get<{ id: number }>('SELECT victim_id AS id FROM cases WHERE id = 7')
    if (!found) throw new Error('no such case')
    db.run('UPDATE people SET name = :name, name_key = :key WHERE id = :id', {
      id: found.id,
      name: 'Zuleika Renamed',
      key: nameKey('Zuleika Renamed'),
    })
    return found
  })
  expect(id).toBeGreaterThan(0)
  const search = (text: string) => casePage(store, CaseFilter.parse({ search: text }), today).rows.map((row) => row.id)
  expect(search('zuleika')).toEqual([7])
  expect(search('Zuleika Renamed')).toEqual([7])
  expect(store.get(`SELECT count(*) AS n FROM cases_names WHERE cases_names MATCH 'zuleika'`)).toEqual({ n: 1 })
})
