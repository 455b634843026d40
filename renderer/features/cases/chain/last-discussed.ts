import type { CaseDetail } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'

/** The day of the last meeting that heard the case; null before the first. */
export function lastDiscussedOn({ listings }: Pick<CaseDetail, 'listings'>): IsoDate | null {
  const days = listings.filter(({ outcome }) => outcome === 'discussed').map(({ meetingOn }) => meetingOn)
  return days.toSorted().at(-1) ?? null
}
