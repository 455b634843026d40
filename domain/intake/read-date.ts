import { addDays, type IsoDate, isIsoDate, isoDate } from '../dates.ts'
import type { DayOrder } from './day-order.ts'
import { monthNamed } from '../month-names.ts'
import { oneLine } from './plain-text.ts'

export type DateCode =
  | 'notADate'
  /** No such day: 31 February, 99/99/2026. */
  | 'impossibleDate'
  /** Could be two days, and nothing says which number is the day. */
  | 'ambiguousDate'
  /** Only possible in the other order of day and month than the column's. */
  | 'otherDayOrder'
  /** A year or a month without a day. */
  | 'incompleteDate'
  | 'futureDate'
  | 'tooOldDate'

export type DateRead =
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** `suggestions`: the dates that may be meant. */
  | { readonly kind: 'refused'; readonly code: DateCode; readonly suggestions: readonly IsoDate[] }

export type DateOptions = {
  /** The column's order of day and month; null where it is not known: then `03/04/2026` is refused as ambiguous. */
  readonly order: DayOrder | null
  /** How `85` is meant: the birth of somebody at least 10 years old, or a recent event. */
  readonly twoDigitYears: 'birth' | 'recent'
  /** The day of reading, for two-digit years; null takes years up to 49 as 20xx. */
  readonly today: IsoDate | null
  readonly earliest?: IsoDate
  readonly latest?: IsoDate
}

type Parts = { readonly year: number; readonly month: number; readonly day: number }

const time = String.raw`(?:[T ,]\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})${time}$`, 'iu')
const compact = /^(\d{4})(\d{2})(\d{2})$/u
const numeric = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${time}$`, 'iu')
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|º|°)?[-/. ,]*(?:of |de )?(\p{L}{3,10}\.?)[-/. ,]*(?:de |del )?['’]?(\d{4}|\d{2})${time}$`,
  'iu',
)
const monthNameDay = new RegExp(String.raw`^(\p{L}{3,10}\.?)[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+['’]?(\d{4}|\d{2})${time}$`, 'iu')
const yearNameDay = new RegExp(String.raw`^(\d{4})[-/. ,]*(\p{L}{3,10}\.?)[-/. ]*(\d{1,2})${time}$`, 'iu')
const weekdayBefore =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\.?,?\s+/iu
const serial = /^(\d{5})(?:\.\d+)?$/u
const withoutDay = /^(?:\p{L}{3,10}\.?[-/ ,]*\d{2,4}|\d{1,2}[-/]\d{4}|\d{4}|\d{4}[-/]\d{1,2})$/u

/** Excel counts days from 30 December 1899 (its 29 February 1900 never was, so serials below 61 are not taken). */
const excelEpoch = isoDate('1899-12-30')

/**
 * Reads a date as people write it in spreadsheets: ISO, `3/4/26` in the column's order, `3 Mar 2026`, `March 3rd, 2026`, `03.04.2026`,
 * `20260304`, an Excel serial (10000-79999), each with or without a time. Refuses what is impossible, ambiguous or out of bounds.
 */
export function readDate(cell: string, options: DateOptions): DateRead {
  const text = oneLine(cell).replace(/^['’]/u, '').replace(weekdayBefore, '').trim()
  const candidates = partsOf(text, options)
  if (candidates === null) return refused(isWithoutDay(text) ? 'incompleteDate' : 'notADate')
  const dates = candidates.map(toIsoDate)
  const meant = dates[0] ?? null
  const other = dates[1] ?? null
  if (meant === null)
    return other === null ? refused('impossibleDate') : options.order === null ? bounded(other, options) : refused('otherDayOrder', [other])
  if (options.order === null && other !== null && other !== meant) return refused('ambiguousDate', [meant, other])
  return bounded(meant, options)
}

/** The one reading, or the column's reading and the one in the other order; null where the text has no layout of a date. */
function partsOf(text: string, options: DateOptions): readonly Parts[] | null {
  const year = (digits: string | undefined) => fullYear(digits ?? '', options)
  const numbers = (match: RegExpExecArray, y: number, m: number, d: number): Parts => ({
    year: year(match[y]),
    month: Number(match[m]),
    day: Number(match[d]),
  })

  const iso = yearFirst.exec(text) ?? compact.exec(text)
  if (iso) return [numbers(iso, 1, 2, 3)]

  const plain = numeric.exec(text)
  if (plain) {
    const dayFirst = numbers(plain, 3, 2, 1)
    const monthFirst = numbers(plain, 3, 1, 2)
    return options.order === 'monthFirst' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  }

  for (const [layout, y, m, d] of [
    [dayMonthName, 3, 2, 1],
    [monthNameDay, 3, 1, 2],
    [yearNameDay, 1, 2, 3],
  ] as const) {
    const match = layout.exec(text)
    const month = match ? monthNamed(match[m] ?? '') : null
    if (match && month !== null) return [{ year: year(match[y]), month, day: Number(match[d]) }]
  }

  const days = Number(serial.exec(text)?.[1] ?? 0)
  if (days < 10_000 || days >= 80_000) return null
  const [serialYear, serialMonth, serialDay] = addDays(excelEpoch, days).split('-').map(Number) as [number, number, number]
  return [{ year: serialYear, month: serialMonth, day: serialDay }]
}

function isWithoutDay(text: string): boolean {
  if (!withoutDay.test(text)) return false
  const word = /\p{L}+/u.exec(text)?.[0]
  return word === undefined ? /(?:19|20)\d{2}/u.test(text) : monthNamed(word) !== null
}

function fullYear(digits: string, { twoDigitYears, today }: DateOptions): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  const thisYear = today === null ? null : Number(today.slice(0, 4))
  const last = twoDigitYears === 'birth' ? (thisYear ?? 2049) - 10 : (thisYear ?? 2048) + 1
  return 2000 + year <= last ? 2000 + year : 1900 + year
}

function toIsoDate({ year, month, day }: Parts): IsoDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDate(text) ? isoDate(text) : null
}

function bounded(date: IsoDate, { earliest, latest }: DateOptions): DateRead {
  if (latest !== undefined && date > latest) return refused('futureDate')
  if (earliest !== undefined && date < earliest) return refused('tooOldDate')
  return { kind: 'date', date }
}

function refused(code: DateCode, suggestions: readonly IsoDate[] = []): DateRead {
  return { kind: 'refused', code, suggestions }
}
