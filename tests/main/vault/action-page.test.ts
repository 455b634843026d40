import { safetyUnsaid } from '#domain/safety/action-safety.ts'
import { type AgencyId, type CaseId, ListingId, type MeetingId } from '#domain/ids.ts'
import { createStore, insertAction, insertAgency, insertCase, insertListing, insertMeeting, type OpenStore } from '#db'
import { type ActionQuery, type ActionRow, actionSorts, type ActionStatus, actionStatuses, isEnded } from '#domain/action.ts'
import { addDays, ClockTime, type IsoDate, isoDate } from '#domain/dates.ts'
import type { Page } from '#domain/page.ts'
import { ReferralDraft } from '#domain/referral.ts'
import type { Result } from '#domain/refusal.ts'
import fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dispatch } from '../../../main/vault/dispatch.ts'
import { referralOf } from '../../support/meeting-room.ts'
import { temporaryFolder } from '../../support/open-vault.ts'

const today = isoDate('2026-12-10')
const clock = new Date('2026-12-10T12:00:00')
const agencyNames = ['Police', 'Housing Options', 'police liaison', 'Zebra Crossing Trust']
const meetingDays = [0, 1, 0, 40]
const words = ['change', 'locks', 'Locks', '100%', 'over_due', '"no"', "don't", 'by', 'a', 'día', 'housing:', 'A-0003', '(HR)', '\\']

type Spec = {
  readonly agency: number
  readonly meeting: number
  readonly caseNumber: number
  readonly dueIn: number
  readonly status: ActionStatus
  readonly description: string
}
/** Mostly the days at which a group of the table begins or ends. */
const days = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(-1, 0, 1, 6, 7, 8) }, fc.integer({ min: -12, max: 12 }))
const spec: fc.Arbitrary<Spec> = fc.record({
  agency: fc.nat(3),
  meeting: fc.nat(3),
  caseNumber: fc.nat(2),
  dueIn: days,
  status: fc.constantFrom(...actionStatuses, 'agreed' as const, 'inProgress' as const, 'agreed' as const),
  description: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
})
const searched = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    'lock',
    'LOCKS',
    'ocks c',
    '%',
    '_',
    '"',
    'A-',
    'a-0002',
    'HR-2026-0002',
    'hr-',
    'a-b',
    'dí',
    'BY',
    'xyz',
    '\\',
    'e l',
    'n',
  ),
  fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((parts) => parts.join(' ')),
)
/** Not asked for, more often than not: filters that are all on at once find nothing. */
const seldom = <Value>(value: fc.Arbitrary<Value>, none: Value) => fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, value)
const query = fc.record({
  search: seldom(searched, ''),
  agencyId: seldom<AgencyId | null>(
    fc.integer({ min: 1, max: 4 }).map((id) => id as AgencyId),
    null,
  ),
  meetingId: seldom<MeetingId | null>(
    fc.integer({ min: 1, max: 4 }).map((id) => id as MeetingId),
    null,
  ),
  state: fc.constantFrom('all' as const, 'all' as const, 'open' as const, 'overdue' as const, 'dueSoon' as const, 'ended' as const),
  statuses: seldom(fc.subarray([...actionStatuses], { maxLength: 3 }), []),
  dueFrom: seldom<IsoDate | null>(
    days.map((ahead) => addDays(today, ahead)),
    null,
  ),
  dueTo: seldom<IsoDate | null>(
    days.map((ahead) => addDays(today, ahead)),
    null,
  ),
  sort: fc.constantFrom(...actionSorts),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
  offset: seldom(fc.nat(12), 0),
  limit: seldom(fc.integer({ min: 1, max: 30 }), 100),
})

const stores: OpenStore[] = []
afterAll(() => {
  for (const store of stores) store.close()
})
const folder = temporaryFolder()

/** A store with four agencies, four meetings (two on one day), three cases, and the actions of the specification. */
function storeOf(specs: readonly Spec[]): OpenStore {
  const store = createStore(join(folder, `${stores.length}.store`), Buffer.alloc(32, 7))
  stores.push(store)
  store.write((db) => {
    const agencies = agencyNames.map((name) =>
      insertAgency(db, { name, sector: 'other', isCore: false, email: '', phone: '', notes: '', people: [] }),
    )
    const cases = [1, 2, 3].map(
      (number) => insertCase(db, ReferralDraft.parse(referralOf(agencies[0] ?? (1 as AgencyId), number)), 2026, null).id,
    )
    const meetings = meetingDays.map((days) =>
      insertMeeting(db, {
        kind: 'regular',
        heldOn: addDays(today, -days),
        startsAt: ClockTime.parse('09:30'),
        place: '',
        chair: '',
        minutesPerCase: 10,
      }),
    )
    const listings = meetings.map((meetingId) => cases.map((caseId) => insertListing(db, meetingId, caseId, null, 'new')))
    for (const { agency, meeting, caseNumber, dueIn, status, description } of specs) {
      insertAction(
        db,
        {
          listingId: listings[meeting]?.[caseNumber] ?? ListingId.parse(1),
          agencyId: agencies[agency] ?? (1 as AgencyId),
          description,
          dueOn: addDays(today, dueIn),
          isSafetyAction: dueIn % 2 === 0,
          safety: safetyUnsaid,
        },
        { caseId: cases[caseNumber] ?? (1 as CaseId), meetingId: meetings[meeting] ?? (1 as MeetingId) },
        status,
      )
    }
  })
  return store
}

async function asked(store: OpenStore, input: unknown): Promise<Page<ActionRow>> {
  const session = {
    store,
    actor: 'Petra',
    slot: { id: '0'.repeat(16), kind: 'passphrase', role: 'coordinator' } as const,
    sealKey: Buffer.alloc(32),
    auditKey: Buffer.alloc(32),
    held: new Map(),
  }
  const { reply } = await dispatch(session, 'actions.list', input, { clock })
  const result = reply as Result<Page<ActionRow>>
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function isFound(row: ActionRow, search: string): boolean {
  const has = (text: string) => text.toLowerCase().includes(search.toLowerCase())
  if (/^a-[\d-]*$/i.test(search)) return has(row.reference)
  if (/^hr-[\d-]*$/i.test(search)) return has(row.caseReference)
  return has(row.description)
}

function isIn(row: ActionRow, state: ActionQuery['state']): boolean {
  switch (state) {
    case 'all':
      return true
    case 'open':
      return !isEnded(row.status)
    case 'ended':
      return isEnded(row.status)
    case 'overdue':
      return !isEnded(row.status) && row.dueOn < today
    case 'dueSoon':
      return !isEnded(row.status) && row.dueOn >= today && row.dueOn <= addDays(today, 7)
  }
}

/** The table by hand: all rows in memory, filtered, sorted and cut. */
function oracle(all: readonly ActionRow[], given: Partial<ActionQuery>): Page<ActionRow> {
  const {
    search = '',
    agencyId = null,
    meetingId = null,
    state = 'open',
    statuses = [],
    dueFrom = null,
    dueTo = null,
    sort = 'dueOn',
    direction = 'ascending',
    offset = 0,
    limit = 100,
  } = given
  const rows = all.filter(
    (row) =>
      isFound(row, search.trim()) &&
      isIn(row, state) &&
      (agencyId === null || row.agencyId === agencyId) &&
      (meetingId === null || row.meetingId === meetingId) &&
      (statuses.length === 0 || statuses.includes(row.status)) &&
      (dueFrom === null || row.dueOn >= dueFrom) &&
      (dueTo === null || row.dueOn <= dueTo),
  )
  const keys: Readonly<Record<typeof sort, (row: ActionRow) => readonly (string | number)[]>> = {
    dueOn: (row) => [row.dueOn, row.id],
    agency: (row) => [row.agencyName, row.agencyId, row.dueOn, row.id],
    status: (row) => [row.status, row.dueOn, row.id],
    case: (row) => [row.caseId, row.dueOn, row.id],
    meeting: (row) => [row.meetingOn, row.meetingId, row.dueOn, row.id],
    reference: (row) => [row.id],
  }
  const sign = direction === 'ascending' ? 1 : -1
  const ordered = rows.toSorted((a, b) => {
    const [left, right] = [keys[sort](a), keys[sort](b)]
    const at = left.findIndex((part, index) => part !== right[index])
    if (at === -1) return 0
    return (left[at] ?? 0) < (right[at] ?? 0) ? -sign : sign
  })
  return { total: ordered.length, rows: ordered.slice(offset, offset + limit) }
}

test('every filter, order, search and window gives what going through all rows by hand gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(spec, { minLength: 5, maxLength: 25 }),
      fc.array(query, { minLength: 20, maxLength: 30 }),
      async (specs, queries) => {
        const store = storeOf(specs)
        const all = (await asked(store, { state: 'all', sort: 'reference', limit: 500 })).rows
        expect(all.map(({ description, status }) => ({ description, status }))).toEqual(
          specs.map(({ description, status }) => ({ description, status })),
        )
        for (const input of queries) {
          const found = await asked(store, input)
          expect({ input, ...found }).toEqual({ input, ...oracle(all, input) })
        }
      },
    ),
    { numRuns: 40 },
  )
}, 30_000)

test('the windows of one order, laid side by side, are the whole, each row once', async () => {
  const store = storeOf(
    Array.from({ length: 25 }, (_, index) => ({
      agency: index % 4,
      meeting: index % 3,
      caseNumber: 0,
      dueIn: index % 2,
      status: 'agreed',
      description: 'same words',
    })),
  )
  for (const sort of actionSorts) {
    const windows = await Promise.all([0, 10, 20].map((offset) => asked(store, { sort, offset, limit: 10 })))
    const ids = windows.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  }
})
