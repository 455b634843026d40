import { addMonths, type IsoDate } from '../dates.ts'
import type { RecordKind } from './record-kind.ts'

/** Something of a kind, to be judged by the schedule. `id` is text: each kind has ids of its own. */
export type KeptItem = {
  readonly kind: RecordKind
  readonly id: string
  /** A case's or a list's reference; the form of a draft; never a name. */
  readonly reference: string
  /** The day from which its time counts. */
  readonly since: IsoDate
  /** A legal hold stands on it, or on a case in it. */
  readonly isHeld: boolean
}

/** Something whose time is over; a person decides. */
export type DueItem = KeptItem & { readonly dueOn: IsoDate }

/** The day on which something falls due; null where its kind is kept without limit. Month ends as in `addMonths`: 31 May + 1 month is 30 June. */
export function dueOn(since: IsoDate, months: number | null): IsoDate | null {
  return months === null ? null : addMonths(since, months)
}

/** What is due on a day, the longest overdue first. On the day itself it is due. */
export function itemsDue(items: readonly KeptItem[], months: number | null, today: IsoDate): readonly DueItem[] {
  if (months === null) return []
  return items
    .flatMap((item) => {
      const on = addMonths(item.since, months)
      return on <= today ? [{ ...item, dueOn: on }] : []
    })
    .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : one.id < other.id ? -1 : 1))
}
