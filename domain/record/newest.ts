import type { IsoDate } from '../dates.ts'
import type { EntryOf, EntryKind, Entry } from './entry.ts'
import { entriesOf } from './entry.ts'

/** The kinds of which the newest by its day is the one that holds. */
type Holding = Extract<EntryKind, 'voice' | 'awareness'>

/** The entry of a kind that holds: the newest by its day, and of one day the one that was written last; null where there is none. */
export function newestOf<Kind extends Holding>(entries: readonly Entry[], kind: Kind): EntryOf<Kind> | null {
  return entriesOf(entries, kind).reduce<EntryOf<Kind> | null>(
    (newest, entry) => (newest === null || dayThen(entry) >= dayThen(newest) ? entry : newest),
    null,
  )
}

function dayThen({ content, id }: { readonly content: { readonly on: IsoDate }; readonly id: number }): string {
  return `${content.on} ${String(id).padStart(12, '0')}`
}
