import { assertNever } from '../assert-never.ts'
import { daysBetween, type IsoDate } from '../dates.ts'
import { entriesOf, type Entry, type EntryOf } from './entry.ts'
import type { Violation } from './measure.ts'

/** A measure ends soon so many days before its end. Ours. */
const soonDays = 14

/** Where a measure stands on a day. `lapsed`: said to be in force, and its end has passed. */
export type MeasureStanding = 'proposed' | 'inForce' | 'endsSoon' | 'lapsed' | 'ended'

/** A measure towards him, how long it still holds, and which violations nobody has answered. */
export type MeasureState = {
  readonly entry: EntryOf<'measure'>
  readonly standing: MeasureStanding
  /** Whole days until it ends, negative once it has; null where no end is set. */
  readonly daysLeft: number | null
  readonly openViolations: readonly Violation[]
}

function standingOf({ content: { state } }: EntryOf<'measure'>, daysLeft: number | null): MeasureStanding {
  switch (state) {
    case 'proposed':
    case 'ended':
      return state
    case 'inForce':
      if (daysLeft === null || daysLeft > soonDays) return state
      return daysLeft < 0 ? 'lapsed' : 'endsSoon'
    default:
      return assertNever(state)
  }
}

const rank = { lapsed: 0, endsSoon: 1, inForce: 2, proposed: 3, ended: 4 } satisfies Record<MeasureStanding, number>

/** The measures of a case on a day: what has lapsed or ends soon first, what has ended last. */
export function measuresOf(entries: readonly Entry[], today: IsoDate): readonly MeasureState[] {
  return entriesOf(entries, 'measure')
    .map((entry): MeasureState => {
      const { until, violations } = entry.content
      const daysLeft = until === null ? null : daysBetween(today, until)
      return {
        entry,
        standing: standingOf(entry, daysLeft),
        daysLeft,
        openViolations: violations.filter(({ answer }) => answer.trim() === ''),
      }
    })
    .toSorted((one, other) => rank[one.standing] - rank[other.standing] || one.entry.id - other.entry.id)
}
