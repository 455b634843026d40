import { daysBetween, type IsoDate } from '../dates.ts'
import type { Incident } from '../record/incident.ts'

/** Days after which an assessment is old, where the team has not set it (domain.md section 13). */
export const usualStaleDays = 90

/** Why an assessment no longer says how things stand: too old, or something has happened since (domain.md 5.5). */
export type Staleness = {
  /** Whole days since it was completed. */
  readonly days: number
  readonly isOld: boolean
  /** The first day on which an incident was known of that it does not know of; null where there is none. */
  readonly incidentOn: IsoDate | null
}

/** What has happened, and when an agency came to know; the day of the incident where that is not said. */
export type Happened = Pick<Incident, 'on' | 'identifiedOn'>

/**
 * How an assessment of a day stands on another. It is old after more than `staleDays`. An incident of a later day makes it stale at once, and so does an
 * earlier one that came to be known later; one of its own day is what it was about. `knownOn`: the day up to which whoever assessed knew what had
 * happened, where it is not the day of the assessment.
 */
export function stalenessOf(
  completedOn: IsoDate,
  incidents: readonly Happened[],
  { today, staleDays, knownOn = completedOn }: { readonly today: IsoDate; readonly staleDays: number; readonly knownOn?: IsoDate },
): Staleness {
  const days = daysBetween(completedOn, today)
  const later = incidents
    .map(({ on, identifiedOn }) => ({ on, noticedOn: identifiedOn ?? on }))
    .filter(({ on, noticedOn }) => on > completedOn || (on < completedOn && noticedOn > knownOn))
    .map(({ noticedOn }) => noticedOn)
  const incidentOn = later.length === 0 ? null : later.reduce((first, on) => (on < first ? on : first))
  return { days, isOld: days > staleDays, incidentOn }
}

export function isStale({ isOld, incidentOn }: Staleness): boolean {
  return isOld || incidentOn !== null
}
