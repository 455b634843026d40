import { isoDate, type IsoDate } from '#domain/dates.ts'
import { incidentKinds, type IncidentKind } from '#domain/record/incident.ts'
import { judgeRepeat, type PairHistory } from '#domain/repeat.ts'
import { type RepeatAnchor, repeatAnchors } from '#domain/repeat-rule.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/*
 * The rule once more, written from domain.md section 4 and by other means than the app's: days are numbers counted from a calendar that is walked day by
 * day, and a time of months is the run of calendar months that have passed, not a date added to. A history is of several perpetrators at once; only the
 * oracle's own sorting says which of it belongs to a pair.
 */

type Day = { readonly y: number; readonly m: number; readonly d: number }

const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
const lengthOf = (y: number, m: number) => (m === 2 ? (isLeap(y) ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31)

/** Every day of the years 2023 to 2033, two leap years among them. */
const calendar: readonly Day[] = Array.from({ length: 11 }, (_, index) => 2023 + index).flatMap((y) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((m) =>
    Array.from({ length: lengthOf(y, m) }, (_, index) => ({ y, m, d: index + 1 })),
  ),
)
const textOf = ({ y, m, d }: Day): IsoDate => isoDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const dayAt = (index: number): Day => calendar[index] ?? { y: 0, m: 0, d: 0 }

/** Whether more than so many whole months lie between two days; the last day of a shorter month completes one. */
function isLater(from: number, to: number, months: number): boolean {
  const [a, b] = [dayAt(from), dayAt(to)]
  const passed = (b.y - a.y) * 12 + (b.m - a.m)
  if (passed !== months) return passed > months
  return b.d > Math.min(a.d, lengthOf(b.y, b.m))
}

type Event =
  | { readonly what: 'referral'; readonly perpetrator: 'A' | 'B'; readonly at: number; readonly wasReturned: boolean }
  | { readonly what: 'meeting'; readonly perpetrator: 'A' | 'B'; readonly at: number; readonly wasDeferred: boolean }

type History = {
  readonly events: readonly Event[]
  readonly perpetrator: 'A' | 'B'
  readonly receivedAt: number
  readonly incidentAt: number | null
  readonly incidentKind: IncidentKind | null
  readonly anchor: RepeatAnchor
  readonly months: number
}

type Expected = { readonly kind: string; readonly lastAt: number | null }

function oracle({ events, perpetrator, receivedAt, incidentAt, incidentKind, anchor, months }: History): Expected {
  const ofPair = events.filter((event) => event.perpetrator === perpetrator && event.at <= receivedAt)
  const referred = ofPair.filter((event) => event.what === 'referral' && !event.wasReturned).map(({ at }) => at)
  if (referred.length === 0) return { kind: 'first', lastAt: null }
  const heard = ofPair.filter((event) => event.what === 'meeting' && !event.wasDeferred).map(({ at }) => at)
  const counting = anchor === 'lastReferral' ? referred : heard
  // An incident is identified on its day, unless that day says nothing of what came after what is counted from.
  const isTelling = incidentAt !== null && incidentAt <= receivedAt && !counting.some((at) => at > incidentAt)
  const identified = isTelling ? incidentAt : receivedAt
  const before = counting.filter((at) => at <= identified)
  if (before.length === 0) return { kind: anchor === 'lastReferral' ? 'first' : 'neverHeard', lastAt: null }
  const lastAt = Math.max(...before)
  if (isLater(lastAt, identified, months)) return { kind: 'newAfterLapse', lastAt }
  return { kind: incidentKind === 'other' ? 'notQualifying' : 'repeat', lastAt }
}

const indexOf = (text: string) => calendar.findIndex((day) => textOf(day) === text)
const leapDays = ['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2025-03-01', '2028-02-29', '2029-02-28'].map(indexOf)
const someDay = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 800, max: 2600 }) },
  // Around a leap day, and one or two years from it: where a rule goes wrong if it goes wrong.
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...leapDays), fc.constantFrom(0, 30, 31, 365, 366, 730, 731), fc.integer({ min: -1, max: 1 }))
      .map(([from, days, by]) => from + days + by),
  },
  // The same few days again and again: things of one day.
  { weight: 1, arbitrary: fc.constantFrom(1200, 1200 + 365, 1200 + 366) },
)
const perpetrator = fc.constantFrom<'A' | 'B'>('A', 'B')
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ what: fc.constant('referral' as const), perpetrator, at: someDay, wasReturned: fc.boolean() }),
  fc.record({ what: fc.constant('meeting' as const), perpetrator, at: someDay, wasDeferred: fc.boolean() }),
)
const history: fc.Arbitrary<History> = fc.record({
  events: fc.array(event, { maxLength: 8 }),
  perpetrator,
  receivedAt: someDay,
  incidentAt: fc.option(someDay),
  incidentKind: fc.option(fc.constantFrom(...incidentKinds)),
  anchor: fc.constantFrom(...repeatAnchors),
  months: fc.constantFrom(12, 12, 12, 6, 1, 24),
})

/** What the store gives of a pair: its own referrals but for those sent back, and the meetings that heard it. */
function historyOf({ events, perpetrator: whose }: History): PairHistory {
  const own = events.filter((each) => each.perpetrator === whose)
  return {
    referrals: own.flatMap((each) => (each.what === 'referral' && !each.wasReturned ? [textOf(dayAt(each.at))] : [])),
    meetings: own.flatMap((each) => (each.what === 'meeting' && !each.wasDeferred ? [textOf(dayAt(each.at))] : [])),
  }
}

function judge(given: History) {
  const { receivedAt, incidentAt, incidentKind, anchor, months } = given
  const incidentOn = incidentAt === null ? null : textOf(dayAt(incidentAt))
  return judgeRepeat(historyOf(given), { receivedOn: textOf(dayAt(receivedAt)), incidentOn, incidentKind }, { anchor, months })
}

test('five thousand histories agree with an oracle that walks the calendar, for both anchors', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(history, (given) => {
      const { kind, lastAt } = oracle(given)
      const verdict = judge(given)
      expect(verdict.kind).toBe(kind)
      if (lastAt !== null) expect(verdict).toMatchObject({ anchor: given.anchor, lastOn: textOf(dayAt(lastAt)) })
      seen.add(`${given.anchor} ${kind}`)
    }),
    { numRuns: 5_000, seed: 20_261_125 },
  )
  // The generator must reach every verdict, or agreement says little.
  expect([...seen].toSorted()).toEqual([
    'lastMeeting first',
    'lastMeeting neverHeard',
    'lastMeeting newAfterLapse',
    'lastMeeting notQualifying',
    'lastMeeting repeat',
    'lastReferral first',
    'lastReferral newAfterLapse',
    'lastReferral notQualifying',
    'lastReferral repeat',
  ])
})

test('what was done by another perpetrator changes nothing, nor does the order in which things are known', () => {
  fc.assert(
    fc.property(history, (given) => {
      const own = given.events.filter((each) => each.perpetrator === given.perpetrator)
      expect(judge({ ...given, events: own.toReversed() })).toEqual(judge(given))
    }),
  )
})

test.each([
  ['the same day', '2026-03-10', '2026-03-10', 12, false],
  ['exactly twelve months', '2026-03-10', '2027-03-10', 12, false],
  ['a day more', '2026-03-10', '2027-03-11', 12, true],
  ['from a leap day to the end of February', '2028-02-29', '2029-02-28', 12, false],
  ['from a leap day to the first of March', '2028-02-29', '2029-03-01', 12, true],
  ['from the end of a month to the end of a shorter one', '2026-01-31', '2026-02-28', 1, false],
])('the oracle itself: %s', (_, from, to, months, later) => {
  expect(isLater(indexOf(from), indexOf(to), months)).toBe(later)
})
