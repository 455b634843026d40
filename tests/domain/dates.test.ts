import { addDays, addMonths, daysBetween, daysInMonth, isIsoDate, isoDate, type IsoDate, weekday } from '#domain/dates.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2120-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))
const parts = (date: IsoDate) => date.split('-').map(Number) as [number, number, number]

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '1799-12-31',
  '2026-1-1',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '٢٠٢٦-٠١-٠١',
  '',
])('%s is no date', (text) => {
  expect(isIsoDate(text)).toBe(false)
})

test.each(['2028-02-29', '2000-02-29', '2026-12-31', '1800-01-01'])('%s is a date', (text) => {
  expect(isIsoDate(text)).toBe(true)
})

test('a text is a date exactly where the calendar has such a day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1800, max: 2200 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const made = new Date(Date.UTC(year, month - 1, day))
        const exists = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
        expect(isIsoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)).toBe(exists)
      },
    ),
  )
})

describe('days', () => {
  test('adding days and counting them are each other’s opposite', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  test('weekdays go round by seven, before 1970 as well', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9, max: 9 }), (date, days) => {
        expect(weekday(addDays(date, days))).toBe(((((weekday(date) - 1 + days) % 7) + 7) % 7) + 1)
      }),
    )
    expect(weekday(isoDate('2026-12-10'))).toBe(4)
    expect(weekday(isoDate('1969-07-20'))).toBe(7)
  })
})

describe('months', () => {
  test('the day stays, or is the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const [year, month, day] = parts(date)
        const [toYear, toMonth, toDay] = parts(addMonths(date, months))
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months)
        expect(toDay).toBe(Math.min(day, daysInMonth(toYear, toMonth)))
      }),
    )
  })

  test('later dates do not come earlier after adding months', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 60 }), (a, b, months) => {
        expect(a > b || addMonths(a, months) <= addMonths(b, months)).toBe(true)
      }),
    )
  })

  test('29 February and twelve months is 28 February', () => {
    expect(addMonths(isoDate('2028-02-29'), 12)).toBe('2029-02-28')
    expect(addMonths(isoDate('2028-02-29'), 48)).toBe('2032-02-29')
  })
})
