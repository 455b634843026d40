import { actionPage } from '#db'
import { type ActionFilter, ActionQuery, actionSorts, actionStatuses, type ActionRow, isEnded, timeliness } from '#domain/action.ts'
import { addDays } from '#domain/dates.ts'
import type { AgencyId, MeetingId } from '#domain/ids.ts'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { bigStoreToday as today } from '../fixtures/big-store.ts'
import { filledStore } from '../fixtures/filled-store.ts'

const { store, end } = filledStore({ actions: 2500, cases: 40, meetings: 6, seed: 5 })
afterAll(end)

const everyAction: readonly ActionRow[] = [0, 500, 1000, 1500, 2000].flatMap(
  (offset) => actionPage(store, ActionQuery.parse({ state: 'all', sort: 'reference', offset, limit: 500 }), today).rows,
)

function passes(row: ActionRow, filter: ActionFilter): boolean {
  const sought = filter.search.toLowerCase()
  const isFound = sought.startsWith('a-')
    ? row.reference.toLowerCase().startsWith(sought)
    : sought.startsWith('hr-')
      ? row.caseReference.toLowerCase().startsWith(sought)
      : row.description.toLowerCase().includes(sought)
  const state = timeliness(row, today)
  const isInState = {
    all: true,
    open: state !== 'ended',
    overdue: state === 'overdue',
    dueSoon: state === 'soon',
    ended: isEnded(row.status),
  }[filter.state]
  return (
    isFound &&
    isInState &&
    (filter.agencyId === null || row.agencyId === filter.agencyId) &&
    (filter.meetingId === null || row.meetingId === filter.meetingId) &&
    (filter.dueFrom === null || row.dueOn >= filter.dueFrom) &&
    (filter.dueTo === null || row.dueOn <= filter.dueTo) &&
    (filter.statuses.length === 0 || filter.statuses.includes(row.status))
  )
}

const keysOf: Readonly<Record<ActionFilter['sort'], (row: ActionRow) => readonly (string | number)[]>> = {
  dueOn: (row) => [row.dueOn],
  agency: (row) => [row.agencyName, row.agencyId, row.dueOn],
  status: (row) => [row.status, row.dueOn],
  case: (row) => [row.caseId, row.dueOn],
  meeting: (row) => [row.meetingOn, row.meetingId, row.dueOn],
  reference: () => [],
}

/** The same question, answered by going through every row. */
function plainly(filter: ActionFilter): readonly number[] {
  const keys = (row: ActionRow) => [...keysOf[filter.sort](row), row.id]
  const sorted = everyAction
    .filter((row) => passes(row, filter))
    .sort((one, other) => {
      const [left, right] = [keys(one), keys(other)]
      const at = left.findIndex((key, index) => key !== right[index])
      return at === -1 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1
    })
  return (filter.direction === 'ascending' ? sorted : sorted.toReversed()).map((row) => row.id)
}

const someDay = fc.integer({ min: -200, max: 60 }).map((days) => addDays(today, days))
const someFilter: fc.Arbitrary<ActionFilter> = fc.record({
  search: fc.constantFrom(
    '',
    '',
    '',
    'safety',
    'sa',
    'e',
    '%',
    'the landlord',
    'kingfisher',
    'nowhere found',
    'A-0',
    'a-0153',
    'HR-',
    'hr-2026-0012',
    '"',
    'x_',
  ),
  agencyId: fc.option(
    fc.integer({ min: 1, max: 15 }).map((id) => id as AgencyId),
    { freq: 1 },
  ),
  meetingId: fc.option(
    fc.integer({ min: 1, max: 7 }).map((id) => id as MeetingId),
    { freq: 1 },
  ),
  state: fc.constantFrom('all', 'open', 'overdue', 'dueSoon', 'ended'),
  statuses: fc.option(fc.uniqueArray(fc.constantFrom(...actionStatuses), { minLength: 1 }), { nil: [], freq: 1 }),
  dueFrom: fc.option(someDay, { freq: 1 }),
  dueTo: fc.option(someDay, { freq: 1 }),
  sort: fc.constantFrom(...actionSorts),
  direction: fc.constantFrom('ascending', 'descending'),
})

test('every window on every filter and order holds exactly the rows that going through all of them gives', () => {
  let matched = 0
  fc.assert(
    fc.property(someFilter, fc.nat(2600), fc.integer({ min: 1, max: 500 }), (filter, offset, limit) => {
      const expected = plainly(filter)
      matched += expected.length
      const page = actionPage(store, { ...filter, offset, limit }, today)
      expect(page.total).toBe(expected.length)
      expect(page.rows.map((row) => row.id)).toEqual(expected.slice(offset, offset + limit))
    }),
    { numRuns: 400 },
  )
  expect(matched).toBeGreaterThan(1000)
})

test('a row of the window says what the store says', () => {
  const [row] = actionPage(store, ActionQuery.parse({ state: 'all', search: 'A-0008' }), today).rows
  expect(row).toMatchObject({
    id: 8,
    reference: 'A-0008',
    isSafetyAction: true,
    caseReference: expect.stringMatching(/^HR-2026-\d{4}$/),
    meetingOn: expect.stringMatching(/^2026-/),
  })
})
