import { z } from 'zod'

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a calendar date that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const parts = SHAPE.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false
  return day <= daysInMonth(year, month)
}

export const IsoDate = z.string().refine(isIsoDate, { error: 'date' }).brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`, as the store keeps it. */
export const IsoInstant = z.iso.datetime().brand<'IsoInstant'>()
export type IsoInstant = z.infer<typeof IsoInstant>

/** A time of day, `HH:MM`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

/** The branded date of a literal or of text already checked. Throws on anything else: a bug, not a refusal. */
export function isoDate(text: string): IsoDate {
  return IsoDate.parse(text)
}

/** The number of days of a month, 1-12, leap years included. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function toDayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The date `days` after (before, if negative) the given one. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(new Date((toDayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10))
}

/** The same day `months` later; the last day of the month where that day does not exist (29 Feb + 12 months = 28 Feb). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  const toDay = Math.min(day, daysInMonth(toYear, toMonth))
  return isoDate(`${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(toDay).padStart(2, '0')}`)
}

/** Whole days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** ISO weekday, 1 = Monday ... 7 = Sunday. */
export function weekday(date: IsoDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1
}
