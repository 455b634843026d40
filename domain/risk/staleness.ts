import { daysBetween, type IsoDate } from '../dates.ts'
import type { Incident } from '../record/incident.ts'

/** Days after which an assessment is old, where the team has not set it (domain.md section 13). */
export const usualStaleDays = 90

/** Why an assessment no longer says how things stand: too old, or something has happened since (domain.md 5.5). */
export type Staleness = {
  /** Whole days since it was completed. */
  readonly days: number
  readonly isOld: boolean
  /** The first incident after it; null where there is none. */
  readonly incidentOn: IsoDate | null
}

/** How an assessment of a day stands on another. It is old after more than `staleDays`; an incident of a later day makes it stale at once. */
export function stalenessOf(
  completedOn: IsoDate,
  incidents: readonly Pick<Incident, 'on'>[],
  { today, staleDays }: { readonly today: IsoDate; readonly staleDays: number },
): Staleness {
  const days = daysBetween(completedOn, today)
  const later = incidents.map(({ on }) => on).filter((on) => on > completedOn)
  const incidentOn = later.length === 0 ? null : later.reduce((first, on) => (on < first ? on : first))
  return { days, isOld: days > staleDays, incidentOn }
}

export function isStale({ isOld, incidentOn }: Staleness): boolean {
  return isOld || incidentOn !== null
}
