import { addDays, isoDate, type IsoDate } from '#domain/dates.ts'
import { identifiedOn, judgeRepeat } from '#domain/repeat.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** The table of the field's reference (domain.md section 4): last referral on 10 March 2026. */
test.each([
  ['2026-03-10', 'repeat'],
  ['2026-03-11', 'repeat'],
  ['2027-03-09', 'repeat'],
  ['2027-03-10', 'repeat'],
  ['2027-03-11', 'newAfterLapse'],
])('an incident identified on %s is %s', (identifiedOn, kind) => {
  expect(judgeRepeat([isoDate('2026-03-10')], isoDate(identifiedOn)).kind).toBe(kind)
})

test('a referral on 29 February counts until 28 February of the next year', () => {
  expect(judgeRepeat([isoDate('2028-02-29')], isoDate('2029-02-28')).kind).toBe('repeat')
  expect(judgeRepeat([isoDate('2028-02-29')], isoDate('2029-03-01')).kind).toBe('newAfterLapse')
})

test('nothing before it: a first referral', () => {
  expect(judgeRepeat([], isoDate('2026-03-10'))).toEqual({ kind: 'first' })
  expect(judgeRepeat([isoDate('2026-03-11')], isoDate('2026-03-10'))).toEqual({ kind: 'first' })
})

type Day = { readonly year: number; readonly month: number; readonly day: number }
const leaps = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The rule once more, by counting calendar fields instead of adding months: one year on, the same day; 29 February ends with February. */
function oracle(earlier: readonly Day[], identified: Day): 'first' | 'repeat' | 'newAfterLapse' {
  const compare = (a: Day, b: Day) => a.year - b.year || a.month - b.month || a.day - b.day
  const last = earlier
    .filter((day) => compare(day, identified) <= 0)
    .toSorted(compare)
    .at(-1)
  if (!last) return 'first'
  const until = {
    year: last.year + 1,
    month: last.month,
    day: last.month === 2 && last.day === 29 && !leaps(last.year + 1) ? 28 : last.day,
  }
  return compare(identified, until) <= 0 ? 'repeat' : 'newAfterLapse'
}
const dayOf = (date: IsoDate): Day => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

const someDay = fc.integer({ min: 0, max: 1_600 }).map((days) => addDays(isoDate('2026-11-01'), days))
/** Days around one and around two years after a leap day and after any day: where a rule goes wrong if it goes wrong. */
const edgeDay = fc
  .tuple(
    fc.constantFrom(isoDate('2028-02-29'), isoDate('2027-02-28'), isoDate('2027-12-31'), isoDate('2028-03-01')),
    fc.constantFrom(0, 365, 366, 730, 731),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([from, years, days]) => addDays(from, years + days))
const day = fc.oneof(someDay, edgeDay)

test('a thousand histories agree with an oracle that counts by the calendar', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 6 }), day, (earlier, identified) => {
      const verdict = judgeRepeat(earlier, identified)
      expect(verdict.kind).toBe(oracle(earlier.map(dayOf), dayOf(identified)))
      if (verdict.kind !== 'first')
        expect(verdict.lastReferralOn).toBe(
          earlier
            .filter((date) => date <= identified)
            .toSorted()
            .at(-1),
        )
    }),
    { numRuns: 1_000 },
  )
})

test('the order in which referrals are given does not matter', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 6 }), day, (earlier, identified) => {
      expect(judgeRepeat(earlier.toReversed(), identified)).toEqual(judgeRepeat(earlier, identified))
    }),
  )
})

test.each([
  ['the day of the incident, though it is referred after the twelve months', '2027-03-05', '2027-04-20', 'repeat'],
  ['the day of receipt, where the incident lies before the last referral', '2026-03-01', '2026-04-20', 'repeat'],
  ['the day of receipt, where the incident is said to lie after it', '2062-04-18', '2026-04-20', 'repeat'],
  ['the day of the incident', '2027-03-11', '2027-04-20', 'newAfterLapse'],
  ['the day of receipt, where nothing is said of the incident', null, '2027-04-20', 'newAfterLapse'],
])('an incident is identified on %s', (_, incidentOn, receivedOn, kind) => {
  const earlier = [isoDate('2025-11-02'), isoDate('2026-03-10')]
  const days = { receivedOn: isoDate(receivedOn), incidentOn: incidentOn === null ? null : isoDate(incidentOn) }
  expect(judgeRepeat(earlier, identifiedOn(earlier, days)).kind).toBe(kind)
})
