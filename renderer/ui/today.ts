import { type IsoDate, isoDate } from '#domain/dates.ts'

/** The day on this computer's clock, by which a screen says what is overdue. */
export function today(): IsoDate {
  const now = new Date()
  return isoDate(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`)
}
