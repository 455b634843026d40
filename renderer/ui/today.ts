import { type IsoDate, isoDate, type IsoInstant } from '#domain/dates.ts'

/** The day on this computer's clock, by which a screen says what is overdue. */
export function today(): IsoDate {
  return dayOn(new Date())
}

/** The day on which a moment was on this computer's clock. */
export function dayOfInstant(instant: IsoInstant): IsoDate {
  return dayOn(new Date(instant))
}

function dayOn(moment: Date): IsoDate {
  return isoDate(`${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`)
}
