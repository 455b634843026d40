import type { IsoDate } from '#domain/dates.ts'

/** A date with the month in words, as the locale writes it: `14 Mar 2026`, `Mar 14, 2026`. */
export function longDate(date: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}
