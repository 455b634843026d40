import { isoDate, type IsoDate } from '#domain/dates.ts'
import { incidentKinds, type IncidentKind } from '#domain/record/incident.ts'
import { judgeRepeat, type PairHistory } from '#domain/repeat.ts'
import { type RepeatAnchor, repeatAnchors } from '#domain/repeat-rule.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/*
 * The rule once more, written from domain.md section 4 and by other means than the app's: days are numbers counted from a calendar that is walked day by
 * day, and a time of months is the run of calendar months that have passed, not a date added to; a pair's referrals are gone through as they came in, and
 * a further incident is looked for on every day between. A history is of several perpetrators at once; only the oracle's own sorting says which of it
 * belongs to a pair.
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

/** Three men as they stand in the store. C may turn out to be A, entered twice: then what is known of either is known of one pair. */
type Man = 'A' | 'B' | 'C'

type Referred = {
  readonly what: 'referral'
  readonly man: Man
  readonly at: number
  readonly wasReturned: boolean
  readonly incidentAt: number | null
  readonly incidentKind: IncidentKind | null
}

type Event =
  | Referred
  | { readonly what: 'meeting'; readonly man: Man; readonly at: number; readonly wasDeferred: boolean }
  /** An incident of the record: it came to the knowledge of some agency so many days after it happened. */
  | {
      readonly what: 'incident'
      readonly man: Man
      readonly at: number
      readonly daysUntilKnown: number
      readonly incidentKind: IncidentKind
    }

type History = {
  /** Of one day, in the order in which they came. */
  readonly events: readonly Event[]
  readonly man: Man
  readonly isMerged: boolean
  readonly receivedAt: number
  readonly incidentAt: number | null
  readonly incidentKind: IncidentKind | null
  readonly anchor: RepeatAnchor
  readonly months: number
}

type Expected = { readonly kind: string; readonly lastAt: number | null; readonly because: 'told' | 'recorded' | 'nothingFurther' | 'none' }
type Happening = { readonly at: number | null; readonly kind: IncidentKind | null }

const isOneMan = (one: Man, other: Man, isMerged: boolean) => one === other || (isMerged && one !== 'B' && other !== 'B')

/** Whether two tell of one happening: on one day, and of one kind as far as both say. */
const isOne = (one: Happening, other: Happening) =>
  one.at !== null && one.at === other.at && (one.kind === other.kind || one.kind === null || other.kind === null)

/**
 * Goes through the referrals of the pair as they came in and gives each its verdict; the last is the one asked for. A further incident is looked for on
 * every single day from the last referral or meeting to the end of the months.
 */
function oracle({ events, man, isMerged, receivedAt, incidentAt, incidentKind, anchor, months }: History): Expected {
  const ofPair = events.filter((event) => isOneMan(event.man, man, isMerged))
  const heard = ofPair.flatMap((event) => (event.what === 'meeting' && !event.wasDeferred ? [event.at] : []))
  const written = ofPair.flatMap((event) =>
    event.what === 'incident' && event.incidentKind !== 'other'
      ? [{ at: event.at, kind: event.incidentKind, knownAt: event.at + event.daysUntilKnown }]
      : [],
  )
  const cameIn: Referred[] = []
  for (let day = 0; day <= receivedAt; day += 1)
    cameIn.push(...ofPair.filter((event): event is Referred => event.what === 'referral' && !event.wasReturned && event.at === day))
  cameIn.push({ what: 'referral', man, at: receivedAt, wasReturned: false, incidentAt, incidentKind })

  let verdict: Expected = { kind: 'first', lastAt: null, because: 'none' }
  for (const [turn, referral] of cameIn.entries()) {
    const earlier = cameIn.slice(0, turn)
    const counting = anchor === 'lastReferral' ? earlier.map(({ at }) => at) : heard.filter((at) => at <= referral.at)
    if (turn === 0) continue
    if (counting.length === 0) {
      verdict = { kind: 'neverHeard', lastAt: null, because: 'none' }
      continue
    }
    const lastAt = Math.max(...counting)
    const alreadyKnown: readonly Happening[] = [
      ...earlier.flatMap((each) =>
        each.at <= lastAt && each.incidentKind !== 'other' ? [{ at: each.incidentAt, kind: each.incidentKind }] : [],
      ),
      ...written.filter(({ knownAt }) => knownAt <= lastAt && knownAt < referral.at),
    ]
    const isNews = (happening: Happening) => !alreadyKnown.some((each) => isOne(each, happening))
    const mayCount = referral.incidentKind !== 'other'
    const tellsNews = mayCount && isNews({ at: referral.incidentAt, kind: referral.incidentKind })
    // It is known from its day on, unless that day says nothing of what came after what is counted from.
    const { incidentAt: saidAt } = referral
    const isTelling = saidAt !== null && saidAt <= referral.at && saidAt >= lastAt && (tellsNews || !mayCount)
    const ownAt = isTelling ? saidAt : referral.at
    const news = written.filter((each) => each.knownAt > lastAt && isNews(each))
    const isNewsOf = (day: number): Expected['because'] | null =>
      tellsNews && ownAt === day ? 'told' : news.some(({ knownAt }) => knownAt === day) ? 'recorded' : null

    let because: Expected['because'] | null = null
    for (let day = lastAt; because === null && day <= referral.at && !isLater(lastAt, day, months); day += 1) because = isNewsOf(day)
    if (because !== null) verdict = { kind: 'repeat', lastAt, because }
    else if (isLater(lastAt, ownAt, months)) verdict = { kind: 'newAfterLapse', lastAt, because: 'none' }
    else if (!mayCount) verdict = { kind: 'notQualifying', lastAt, because: 'none' }
    // Nothing further: it belongs to the referral before it, and is a repeat where that is one.
    else if (verdict.kind === 'repeat') verdict = { ...verdict, because: 'nothingFurther' }
    else verdict = { kind: 'sameIncident', lastAt, because: 'nothingFurther' }
  }
  return verdict
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
const man = fc.constantFrom<Man>('A', 'A', 'B', 'C')
const someKind = fc.oneof(fc.constant<IncidentKind>('violence'), fc.constantFrom(...incidentKinds))
/** A few histories of few days, so that several agencies tell of the same things; and wide ones. */
function historiesOn(day: fc.Arbitrary<number>): fc.Arbitrary<History> {
  const event: fc.Arbitrary<Event> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('referral' as const),
        man,
        at: day,
        wasReturned: fc.integer({ max: 3, min: 0 }).map((one) => one === 0),
        incidentAt: fc.option(day),
        incidentKind: fc.option(someKind),
      }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('meeting' as const), man, at: day, wasDeferred: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('incident' as const),
        man,
        at: day,
        daysUntilKnown: fc.oneof(fc.constantFrom(0, 0, 1, 4, 5, 10, 15), fc.integer({ min: 0, max: 500 })),
        incidentKind: someKind,
      }),
    },
  )
  return fc.record({
    events: fc.array(event, { maxLength: 10 }),
    man,
    isMerged: fc.boolean(),
    receivedAt: day,
    incidentAt: fc.option(day),
    incidentKind: fc.option(someKind),
    anchor: fc.constantFrom(...repeatAnchors),
    months: fc.constantFrom(12, 12, 12, 6, 1, 24),
  })
}
const history = fc.oneof(historiesOn(someDay), historiesOn(fc.constantFrom(1200, 1201, 1205, 1215, 1215, 1200 + 365, 1200 + 380)))

const textAt = (at: number | null) => (at === null ? null : textOf(dayAt(at)))

/** What the store gives of a pair: its own referrals in the order in which they came but for those sent back, the meetings that heard it, its incidents. */
function historyOf({ events, man: whose, isMerged }: History): PairHistory {
  const own = events.filter((each) => isOneMan(each.man, whose, isMerged))
  return {
    referrals: own
      .flatMap((each) => (each.what === 'referral' && !each.wasReturned ? [each] : []))
      .map((each) => ({ receivedOn: textOf(dayAt(each.at)), incidentOn: textAt(each.incidentAt), incidentKind: each.incidentKind })),
    meetings: own.flatMap((each) => (each.what === 'meeting' && !each.wasDeferred ? [textOf(dayAt(each.at))] : [])),
    incidents: own.flatMap((each) =>
      each.what === 'incident'
        ? [{ on: textOf(dayAt(each.at)), kind: each.incidentKind, identifiedOn: textOf(dayAt(each.at + each.daysUntilKnown)) }]
        : [],
    ),
  }
}

function judge(given: History) {
  const { receivedAt, incidentAt, incidentKind, anchor, months } = given
  return judgeRepeat(
    historyOf(given),
    { receivedOn: textOf(dayAt(receivedAt)), incidentOn: textAt(incidentAt), incidentKind },
    { anchor, months },
  )
}

test('five thousand histories agree with an oracle that walks the calendar, for both anchors', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(history, (given) => {
      const { kind, lastAt, because } = oracle(given)
      const verdict = judge(given)
      expect(verdict.kind).toBe(kind)
      if (lastAt !== null) expect(verdict).toMatchObject({ anchor: given.anchor, lastOn: textOf(dayAt(lastAt)) })
      seen.add(`${given.anchor} ${kind} ${because}`)
    }),
    { numRuns: 5_000, seed: 20_261_125 },
  )
  // The generator must reach every verdict and every reason for it, or agreement says little.
  expect([...seen].toSorted()).toEqual([
    'lastMeeting first none',
    'lastMeeting neverHeard none',
    'lastMeeting newAfterLapse none',
    'lastMeeting notQualifying none',
    'lastMeeting repeat nothingFurther',
    'lastMeeting repeat recorded',
    'lastMeeting repeat told',
    'lastMeeting sameIncident nothingFurther',
    'lastReferral first none',
    'lastReferral newAfterLapse none',
    'lastReferral notQualifying none',
    'lastReferral repeat nothingFurther',
    'lastReferral repeat recorded',
    'lastReferral repeat told',
    'lastReferral sameIncident nothingFurther',
  ])
})

test('what was done by another perpetrator changes nothing, nor does what is known of him before two records are known to be of one man', () => {
  fc.assert(
    fc.property(history, (given) => {
      const own = given.events.filter((each) => isOneMan(each.man, given.man, given.isMerged))
      expect(judge({ ...given, events: own })).toEqual(judge(given))
      expect(judge({ ...given, man: 'A', isMerged: true, events: own.map((each) => ({ ...each, man: 'A' as const })) })).toEqual(
        judge(given),
      )
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
