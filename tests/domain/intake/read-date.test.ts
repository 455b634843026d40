import { addDays, type IsoDate, isoDate } from '#domain/dates.ts'
import { guessDayOrder } from '#domain/intake/day-order.ts'
import { type DateOptions, readDate } from '#domain/intake/read-date.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const today = isoDate('2026-11-24')
const recent: DateOptions = { order: 'dayFirst', twoDigitYears: 'recent', today }

function read(text: string, options: Partial<DateOptions> = {}): string {
  const answer = readDate(text, { ...recent, ...options })
  return answer.kind === 'date' ? answer.date : [answer.code, ...answer.suggestions].join(' ')
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const meses = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']

type Layout = { readonly name: string; readonly write: (y: number, m: number, d: number) => string; readonly order?: 'monthFirst' }
const two = (number: number) => String(number).padStart(2, '0')
const layouts: readonly Layout[] = [
  { name: 'ISO', write: (y, m, d) => `${y}-${two(m)}-${two(d)}` },
  { name: 'ISO with time', write: (y, m, d) => `${y}-${two(m)}-${two(d)}T14:30:00.000Z` },
  { name: 'ISO with seconds and offset', write: (y, m, d) => `${y}-${two(m)}-${two(d)} 09:05:01+01:00` },
  { name: 'year first with slashes', write: (y, m, d) => `${y}/${m}/${d}` },
  { name: 'eight digits', write: (y, m, d) => `${y}${two(m)}${two(d)}` },
  { name: 'day first', write: (y, m, d) => `${two(d)}/${two(m)}/${y}` },
  { name: 'day first without zeros', write: (y, m, d) => `${d}/${m}/${y}` },
  { name: 'day first with dots', write: (y, m, d) => `${two(d)}.${two(m)}.${y}` },
  { name: 'day first with dashes and time', write: (y, m, d) => `${d}-${m}-${y} 7:45 PM` },
  { name: 'month first', write: (y, m, d) => `${m}/${d}/${y}`, order: 'monthFirst' },
  { name: 'month first with time', write: (y, m, d) => `${m}/${d}/${y} 00:00`, order: 'monthFirst' },
  { name: 'day and month name', write: (y, m, d) => `${d} ${months[m - 1]} ${y}` },
  { name: 'day and short month', write: (y, m, d) => `${two(d)}-${months[m - 1]?.slice(0, 3)}-${y}` },
  { name: 'ordinal', write: (y, m, d) => `${d}${d === 1 ? 'st' : d === 2 ? 'nd' : d === 3 ? 'rd' : 'th'} of ${months[m - 1]}, ${y}` },
  { name: 'weekday before', write: (y, m, d) => `Tuesday, ${d} ${months[m - 1]?.toUpperCase()} ${y}` },
  { name: 'month name first', write: (y, m, d) => `${months[m - 1]} ${d}, ${y}` },
  { name: 'short month first', write: (y, m, d) => `${months[m - 1]?.slice(0, 3)}. ${d}th ${y}` },
  { name: 'Spanish', write: (y, m, d) => `${d} de ${meses[m - 1]} de ${y}` },
  { name: 'as Excel keeps it', write: (y, m, d) => String((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000) },
  { name: 'behind an apostrophe', write: (y, m, d) => `'${two(d)}/${two(m)}/${y}` },
]

const anyDate = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(isoDate('1928-01-01'), days))
function parts(date: IsoDate): [number, number, number] {
  return date.split('-').map(Number) as [number, number, number]
}

describe('every layout comes back as the date it was written from', () => {
  test.each(layouts)('$name', ({ write, order }) => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(read(write(...parts(date)), { order: order ?? 'dayFirst' })).toBe(date)
      }),
    )
  })

  test('two-digit years of births lie at least ten years back, those of referrals at most one ahead', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [year, month, day] = parts(date)
        const text = `${two(day)}/${two(month)}/${two(year % 100)}`
        const birth = read(text, { twoDigitYears: 'birth' })
        if (year >= 1917 && year <= 2016) expect(birth).toBe(date)
        if (year >= 1928 && year <= 2027) expect(read(text)).toBe(date)
      }),
    )
  })

  test('no text makes it throw, and what it takes is a date that exists within the bounds', () => {
    const bounds = { earliest: isoDate('2000-01-01'), latest: today }
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- :TZAPMa-z]{0,20}$/u))
    fc.assert(
      fc.property(text, (written) => {
        const answer = readDate(written, { ...recent, ...bounds })
        if (answer.kind === 'date') expect(isoDate(answer.date) >= bounds.earliest && answer.date <= bounds.latest).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is refused', () => {
  test.each([
    ['31/02/2026', 'impossibleDate'],
    ['29/02/2025', 'impossibleDate'],
    ['99/99/2026', 'impossibleDate'],
    ['2026-13-01', 'impossibleDate'],
    ['32 March 2026', 'impossibleDate'],
    ['00/00/0000', 'impossibleDate'],
    ['soon', 'notADate'],
    ['last Tuesday', 'notADate'],
    ['3 Brumaire 2026', 'notADate'],
    ['12', 'notADate'],
    ['123456', 'notADate'],
    ['9999', 'notADate'],
    ['45,000', 'notADate'],
    ['34 yrs', 'notADate'],
    ['March 2026', 'incompleteDate'],
    ['1985', 'incompleteDate'],
    ['03/2026', 'incompleteDate'],
    ['13/25/2026', 'impossibleDate'],
  ])('%s is %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  test('a date possible only in the other order is refused with what it would be', () => {
    expect(read('03/25/2026')).toBe('otherDayOrder 2026-03-25')
    expect(read('25/03/2026', { order: 'monthFirst' })).toBe('otherDayOrder 2026-03-25')
  })

  test('without an order, what could be two days is refused with both, and what can be one is taken', () => {
    expect(read('03/04/2026', { order: null })).toBe('ambiguousDate 2026-04-03 2026-03-04')
    expect(read('04/04/2026', { order: null })).toBe('2026-04-04')
    expect(read('25/04/2026', { order: null })).toBe('2026-04-25')
    expect(read('04/25/2026', { order: null })).toBe('2026-04-25')
  })

  test('bounds are the caller’s, both included', () => {
    expect(read('24/11/2026', { latest: today })).toBe('2026-11-24')
    expect(read('25/11/2026', { latest: today })).toBe('futureDate')
    expect(read('31/12/1999', { earliest: isoDate('2000-01-01') })).toBe('tooOldDate')
  })
})

describe('the order of day and month in a column', () => {
  test('numbers above 12 show it', () => {
    expect(guessDayOrder(['03/04/2026', '25/04/2026'], 'us')).toMatchObject({ order: 'dayFirst', basis: 'values' })
    expect(guessDayOrder(['03/04/2026', '4/25/26'], 'uk')).toMatchObject({ order: 'monthFirst', basis: 'values' })
  })

  test('the region decides where no date shows it', () => {
    expect(guessDayOrder(['03/04/2026', '2026-04-25', '', '3 Mar 2026'], 'us')).toMatchObject({ order: 'monthFirst', basis: 'region' })
    expect(guessDayOrder([], 'uk')).toMatchObject({ order: 'dayFirst', basis: 'region' })
    expect(guessDayOrder(['03/04/2026'], 'other')).toMatchObject({ order: 'dayFirst', basis: 'region' })
  })

  test('a column with both is told as mixed, with the more frequent order', () => {
    expect(guessDayOrder(['25/04/2026', '26/04/2026', '04/27/2026'], 'us')).toEqual({
      order: 'dayFirst',
      basis: 'mixed',
      dayFirst: 2,
      monthFirst: 1,
    })
  })

  test('impossible dates show nothing', () => {
    expect(guessDayOrder(['99/99/2026', '31/31/2026'], 'us')).toMatchObject({ basis: 'region' })
  })
})
