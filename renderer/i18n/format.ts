import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { Locale } from '#domain/settings.ts'

export type Format = {
  /** `10 Dec 2026` in the locale's order. */
  readonly date: (date: IsoDate) => string
  /** `Thu 10 Dec`: for days of the coming weeks. */
  readonly day: (date: IsoDate) => string
  /** `Thu 10 December 2026`: a date said back to whoever typed it. */
  readonly dayInFull: (date: IsoDate) => string
  /** A date and time of day on this computer's clock. */
  readonly instant: (instant: IsoInstant) => string
  /** `09:30`, or `9:30 AM` where that is the custom; takes `HH:MM`. */
  readonly clock: (time: string) => string
  readonly number: (value: number) => string
  /** `in 3 days`, `6 days ago`, `today`. */
  readonly daysFromToday: (days: number) => string
  /** `2 h 05`, `45 min`. */
  readonly minutes: (minutes: number) => string
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string
}

/** Noon UTC of a calendar date: read and written in UTC alone, so that no time zone can move it. */
function utc(date: IsoDate): Date {
  return new Date(`${date}T12:00:00Z`)
}

/** The formatters of a locale. Dates are calendar dates, without any time zone; instants are shown in the computer's own. */
export function formatFor(locale: Locale): Format {
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
  const full = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
  const instant = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' })
  const clock = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: locale === 'en-US' ? 'numeric' : '2-digit', minute: '2-digit' })
  const number = new Intl.NumberFormat(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale)
  return {
    date: (value) => date.format(utc(value)),
    day: (value) => day.format(utc(value)),
    dayInFull: (value) => full.format(utc(value)),
    instant: (value) => instant.format(new Date(value)),
    clock: (value) => clock.format(new Date(`2000-01-01T${value}:00Z`)),
    number: (value) => number.format(value),
    daysFromToday: (days) => relative.format(days, 'day'),
    minutes: (value) => {
      const hours = Math.floor(value / 60)
      const rest = Math.round(value % 60)
      return hours === 0 ? `${number.format(rest)} min` : `${number.format(hours)} h ${String(rest).padStart(2, '0')}`
    },
    list: (items) => list.format(items),
  }
}
