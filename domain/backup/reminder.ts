import { daysBetween, type IsoDate } from '../dates.ts'

/** After so many days without a backup outside the computer the coordinator is reminded (security requirement 59). */
export const reminderDays = 14

/**
 * Whether a backup outside the computer is due on `today`. `lastOn` is when the last one was made, null for none; `startedOn` since when there
 * is something to lose. A date in the future (the clock was wrong then, or is now) says nothing, so it counts as due.
 */
export function isBackupDue(today: IsoDate, lastOn: IsoDate | null, startedOn: IsoDate | null): boolean {
  const since = lastOn ?? startedOn
  if (since === null) return false
  const days = daysBetween(since, today)
  return days >= reminderDays || days < -1
}
