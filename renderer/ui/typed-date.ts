import type { IsoDate } from '#domain/dates.ts'
import type { DayOrder } from '#domain/intake/day-order.ts'
import { type DateCode, type DateOptions, readDate } from '#domain/intake/read-date.ts'
import type { Locale } from '#domain/settings.ts'

export type TypedDateProblem = {
  readonly code: Exclude<DateCode, 'ambiguousDate'>
  /** The date that may be meant. */
  readonly suggestion: IsoDate | null
}

export type TypedDate =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'date'; readonly date: IsoDate; readonly problem: TypedDateProblem | null }
  | { readonly kind: 'unread'; readonly problem: TypedDateProblem }

export type TypedDateOptions = Pick<DateOptions, 'twoDigitYears' | 'today'> & {
  readonly locale: Locale
  readonly min?: IsoDate
  readonly max?: IsoDate
}

/** Which number of `03/04/2026` is the day in the team's language: never the computer's. */
export function dayOrderOf(locale: Locale): DayOrder {
  return locale === 'en-US' ? 'monthFirst' : 'dayFirst'
}

/**
 * Reads a date as a person types it into a field: what a spreadsheet may hold, and eight digits in a row in the locale's order. A date
 * before `min` or after `max` is given with its problem. A row of five digits is no date here: only a spreadsheet counts days.
 */
export function readTypedDate(text: string, { locale, min, max, twoDigitYears, today }: TypedDateOptions): TypedDate {
  const typed = text.trim()
  if (typed === '') return { kind: 'nothing' }
  if (/^\d{5}(?:\.\d+)?$/u.test(typed)) return { kind: 'unread', problem: { code: 'notADate', suggestion: null } }
  const options = { order: dayOrderOf(locale), twoDigitYears, today }
  const first = readDate(typed, options)
  const digits = /^(\d{2})(\d{2})(\d{4})$/u.exec(typed)
  const read = first.kind === 'refused' && digits ? readDate(digits.slice(1).join('/'), options) : first
  if (read.kind === 'refused') {
    // The order is known, so no text can be ambiguous.
    const code = read.code === 'ambiguousDate' ? 'notADate' : read.code
    return { kind: 'unread', problem: { code, suggestion: read.suggestions[0] ?? null } }
  }
  const code = max !== undefined && read.date > max ? 'futureDate' : min !== undefined && read.date < min ? 'tooOldDate' : null
  return { kind: 'date', date: read.date, problem: code === null ? null : { code, suggestion: null } }
}
