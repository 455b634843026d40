import { type IsoDate, type IsoInstant, isoDate } from '#domain/dates.ts'

/** The day of a moment on this computer's clock. */
export function dayOf(instant: IsoInstant): IsoDate {
  const at = new Date(instant)
  return isoDate(`${String(at.getFullYear())}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`)
}
