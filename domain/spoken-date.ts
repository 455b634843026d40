import { addDays, addMonths, daysInMonth, type IsoDate, isIsoDate, isoDate, weekday } from './dates.ts'
import type { DayOrder } from './intake/day-order.ts'
import { monthNamed } from './month-names.ts'

/** `on` is the day on which the words are said: that of the meeting. */
export type DateContext = { readonly on: IsoDate; readonly order: DayOrder }

const dayNames: readonly (readonly string[])[] = [
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'weds', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
  ['sunday', 'domingo'],
]
const fixed: ReadonlyMap<string, (on: IsoDate) => IsoDate> = new Map([
  ...['today', 'hoy'].map((word) => [word, (on: IsoDate) => on] as const),
  ...['tomorrow', 'tmrw', 'manana'].map((word) => [word, (on: IsoDate) => addDays(on, 1)] as const),
  ...['day after tomorrow', 'pasado manana'].map((word) => [word, (on: IsoDate) => addDays(on, 2)] as const),
  ...['next week', 'proxima semana', 'semana que viene', 'semana proxima'].map((word) => [word, (on: IsoDate) => addDays(on, 7)] as const),
  ...['next month', 'proximo mes', 'mes que viene', 'mes proximo'].map((word) => [word, (on: IsoDate) => addMonths(on, 1)] as const),
  ...['end of month', 'end of the month', 'month end', 'fin de mes', 'final de mes'].map((word) => [word, lastOfMonth] as const),
])
const units: Readonly<Record<string, (on: IsoDate, count: number) => IsoDate>> = {
  d: addDays,
  w: (on, count) => addDays(on, count * 7),
  m: addMonths,
}
const unitPattern = /^(?:in |en |dentro de )?(\d{1,3}|an?|una?) ?(?:(d|days?|dias?)|(w|weeks?|wks?|s|sem|semanas?)|(m|months?|mes|meses))$/u

/**
 * The date that somebody means by `14 dec`, `14/12`, `2026-12-14`, `fri`, `next tuesday`, `tomorrow`, `2w`, `in 3 days`, and the like in
 * Spanish; null for anything else. A date without a year is the next one on or after the meeting; a weekday is the next one after it.
 */
export function readSpokenDate(text: string, { on, order }: DateContext): IsoDate | null {
  const said = plain(text)
  return (
    fixed.get(said)?.(on) ??
    readSpan(said, on) ??
    readWeekday(said, on) ??
    readIso(said) ??
    readNumeric(said, on, order) ??
    readNamedMonth(said, on)
  )
}

/** True where a text that is no date was surely meant as one: `32 dec`, `31/2`, `2026-13-01`. */
export function looksLikeDate(text: string): boolean {
  const said = plain(text)
  if (/^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?\.?$/u.test(said)) return true
  return splitNamedMonth(said) !== null
}

/** Lower case, without accents, articles, and spaces at the ends. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:on |the |el |la |los |dia )+/u, '')
}

function lastOfMonth(on: IsoDate): IsoDate {
  const [year = 0, month = 1] = on.split('-').map(Number)
  return isoDate(`${on.slice(0, 8)}${daysInMonth(year, month)}`)
}

function readSpan(said: string, on: IsoDate): IsoDate | null {
  const parts = unitPattern.exec(said)
  if (!parts) return null
  const count = /^\d/u.test(parts[1] ?? '') ? Number(parts[1]) : 1
  const unit = parts[2] === undefined ? (parts[3] === undefined ? 'm' : 'w') : 'd'
  return units[unit]?.(on, count) ?? null
}

function readWeekday(said: string, on: IsoDate): IsoDate | null {
  const isNextWeek = /^(?:next|proximo) | (?:proximo|que viene)$/u.test(said)
  const name = said.replace(/^(?:this|next|proximo|este) | (?:proximo|que viene)$/gu, '').replace(/\.$/u, '')
  if (name.length < 3) return null
  const wanted = dayNames.findIndex((names) => names.some((full) => full.startsWith(name))) + 1
  if (wanted === 0) return null
  const today = weekday(on)
  // "Next Tuesday" is that of the following week; "Tuesday" alone is the first to come.
  return addDays(on, isNextWeek ? 7 - today + wanted : ((wanted - today + 6) % 7) + 1)
}

function readIso(said: string): IsoDate | null {
  return isIsoDate(said) ? isoDate(said) : null
}

function readNumeric(said: string, on: IsoDate, order: DayOrder): IsoDate | null {
  const parts = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.)?$/u.exec(said)
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  // Dots are written in the order of day and month everywhere.
  const isMonthFirst = second > 12 || (first <= 12 && order === 'monthFirst' && parts[2] !== '.')
  return isMonthFirst ? dated(second, first, parts[4], on) : dated(first, second, parts[4], on)
}

function readNamedMonth(said: string, on: IsoDate): IsoDate | null {
  const found = splitNamedMonth(said)
  return found && dated(found.day, found.month, found.year, on)
}

function splitNamedMonth(said: string): { readonly day: number; readonly month: number; readonly year: string | undefined } | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|º)?\.?(?: de | of | )?(\p{L}{3,})\.?,?(?:(?: de | del | )(\d{4}|\d{2}))?$/u.exec(said)
  const monthFirst = /^(\p{L}{3,})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(said)
  const [day, name, year] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = name === undefined ? null : monthNamed(name)
  return month === null || day === undefined ? null : { day: Number(day), month, year }
}

function dated(day: number, month: number, year: string | undefined, on: IsoDate): IsoDate | null {
  if (year !== undefined) return dateOf(year.length === 2 ? Number(`20${year}`) : Number(year), month, day)
  const thisYear = Number(on.slice(0, 4))
  const here = dateOf(thisYear, month, day)
  return here !== null && here >= on ? here : dateOf(thisYear + 1, month, day)
}

function dateOf(year: number, month: number, day: number): IsoDate | null {
  return readIso(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
