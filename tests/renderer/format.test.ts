import { IsoDate, isoDate } from '#domain/dates.ts'
import { locales } from '#domain/settings.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { formatFor } from '../../renderer/i18n/format.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => IsoDate.parse(date.toISOString().slice(0, 10)))

describe('dates and numbers', () => {
  test('a date is written in the order of the locale', () => {
    const date = isoDate('2026-12-10')
    expect(locales.map((locale) => formatFor(locale).date(date))).toEqual(['10 Dec 2026', 'Dec 10, 2026', '10 dic 2026'])
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'UTC'])(
    'no time zone moves a calendar date (%s)',
    (timeZone) => {
      process.env['TZ'] = timeZone
      const format = formatFor('en-GB')
      fc.assert(
        fc.property(anyDate, (date) => {
          const [year, , day] = date.split('-')
          expect(format.date(date)).toMatch(new RegExp(`^${String(Number(day))} .* ${year}$`))
        }),
        { numRuns: 60 },
      )
    },
  )

  test('a day of the coming weeks says its weekday', () => {
    expect(formatFor('en-GB').day(isoDate('2026-12-10'))).toMatch(/^Thu,? 10 Dec$/)
  })

  test('a time of day follows the custom of the locale', () => {
    expect(formatFor('en-GB').clock('09:30')).toBe('09:30')
    expect(formatFor('en-US').clock('09:30')).toMatch(/^9:30\sAM$/)
    expect(formatFor('es').clock('14:05')).toBe('14:05')
  })

  test('minutes become hours', () => {
    expect([0, 45, 60, 125].map(formatFor('en-GB').minutes)).toEqual(['0 min', '45 min', '1 h 00', '2 h 05'])
  })

  test('days are counted from today', () => {
    expect([0, 3, -6].map(formatFor('en-GB').daysFromToday)).toEqual(['today', 'in 3 days', '6 days ago'])
  })

  test('large numbers are grouped', () => {
    expect(formatFor('en-US').number(100_000)).toBe('100,000')
    expect(formatFor('es').number(100_000)).toBe('100.000')
  })
})
