import { addDays, type IsoDate, weekday } from '../dates.ts'
import { byNewestName, readBackupName } from './file-name.ts'

/** How many days, weeks and months keep their newest backup (security requirement 59). */
export const kept = { days: 7, weeks: 4, months: 12 } as const

function monday(date: IsoDate): string {
  return addDays(date, 1 - weekday(date))
}

/**
 * Which of a folder's backups may go: all but the newest of each of the last 7 days, 4 weeks and 12 months that have one, and but those of
 * `spared`, among them the last verified one. Days without a backup do not count, so that a long illness costs nothing. Names that are not
 * ours are never given.
 */
export function backupsToRemove(names: readonly string[], spared: ReadonlySet<string>): readonly string[] {
  const known = names.flatMap((name) => {
    const read = readBackupName(name)
    return read ? [{ name, ...read }] : []
  })
  const newestFirst = known.sort(byNewestName)
  const keep = new Set(spared)
  const rules: readonly (readonly [number, (date: IsoDate) => string])[] = [
    [kept.days, (date) => date],
    [kept.weeks, monday],
    [kept.months, (date) => date.slice(0, 7)],
  ]
  for (const [count, periodOf] of rules) {
    const periods = new Set<string>()
    for (const { name, date } of newestFirst) {
      const period = periodOf(date)
      if (periods.has(period)) continue
      if (periods.size === count) break
      periods.add(period)
      keep.add(name)
    }
  }
  return newestFirst.filter(({ name }) => !keep.has(name)).map(({ name }) => name)
}
