import { IsoDate, isoDate } from '#domain/dates.ts'
import { type Locale, locales } from '#domain/settings.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFor } from '../../renderer/i18n/format.ts'
import { readTypedDate, type TypedDateOptions } from '../../renderer/ui/typed-date.ts'

const today = isoDate('2026-11-25')

function read(text: string, locale: Locale = 'en-GB', more: Partial<TypedDateOptions> = {}): string {
  const found = readTypedDate(text, { locale, today, twoDigitYears: 'recent', ...more })
  if (found.kind === 'nothing') return ''
  return found.kind === 'date' ? `${found.date}${found.problem === null ? '' : ` ${found.problem.code}`}` : found.problem.code
}

describe('a date typed into a field', () => {
  test.each([
    '3/4/1990',
    '03.04.90',
    '3-4-1990',
    '03041990',
    '3 Apr 1990',
    '3rd of April 1990',
    'April 3, 1990',
    '1990-04-03',
    '3 de abril de 1990',
  ])('%s is read in the order of the language', (text) => {
    expect(read(text)).toBe('1990-04-03')
  })

  test('has the month first in American English alone', () => {
    expect(['3/4/1990', '03041990'].map((text) => read(text, 'en-US'))).toEqual(['1990-03-04', '1990-03-04'])
    expect(read('3/4/1990', 'es')).toBe('1990-04-03')
  })

  test('that fits only the other order is not turned round, but suggested', () => {
    expect(readTypedDate('03/25/1990', { locale: 'en-GB', today, twoDigitYears: 'birth' })).toEqual({
      kind: 'unread',
      problem: { code: 'otherDayOrder', suggestion: '1990-03-25' },
    })
  })

  test('that is none says why', () => {
    expect(['31/02/1990', '1990', 'soon', '45123', '3/4', ' '].map((text) => read(text))).toEqual([
      'impossibleDate',
      'incompleteDate',
      'notADate',
      'notADate',
      'notADate',
      '',
    ])
  })

  test('out of bounds is given with its problem', () => {
    expect(read('26/11/2026', 'en-GB', { max: today })).toBe('2026-11-26 futureDate')
    expect(read('24/11/2026', 'en-GB', { min: today })).toBe('2026-11-24 tooOldDate')
  })

  test('is read back from how any language shows it, and from ISO, as the same day', () => {
    const anyDate = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => IsoDate.parse(date.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...locales), (date, locale) => {
        const numbers = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
        for (const text of [date, formatFor(locale).date(date), numbers]) expect(read(text, locale)).toBe(date)
      }),
    )
  })
})
