import { addDays, IsoDate } from './dates.ts'

/** Why the date of this computer is doubted: it is before the last day of the log, or so long after it that nobody works like that. */
export type ClockDoubt = { readonly kind: 'behind' | 'ahead'; readonly lastOn: IsoDate }

/** A team meets every month; so many days without one entry are a holiday and an illness, and then some. */
const LONGEST_ABSENCE_DAYS = 60
/** A zone further east, and a clock that was a little fast. */
const BACKWARD_DAYS = 1

/** Whether a day can follow the last day that the log knows (UTC); null where it can. Due dates, retention and the log's own times go by it (security.md 55). */
export function clockDoubt(today: IsoDate, lastOn: IsoDate): ClockDoubt | null {
  if (today < addDays(lastOn, -BACKWARD_DAYS)) return { kind: 'behind', lastOn }
  if (today > addDays(lastOn, LONGEST_ABSENCE_DAYS)) return { kind: 'ahead', lastOn }
  return null
}

/** The doubt that entries of the log tell of, its last about the clock first: it stands until it is settled or confirmed. */
export function standingDoubt(
  entry: { readonly operation: string; readonly facts: Readonly<Record<string, string>> } | undefined,
): ClockDoubt | null {
  if (entry?.operation !== 'integrity.clockDoubt') return null
  const lastOn = IsoDate.safeParse(entry.facts['lastOn'])
  return lastOn.success ? { kind: entry.facts['clock'] === 'behind' ? 'behind' : 'ahead', lastOn: lastOn.data } : null
}
