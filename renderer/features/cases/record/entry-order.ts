import { dayOf, type Entry } from '#domain/record/entry.ts'

/** Entries by their day, newest first; those of one day by when they were written; what has no day by the day on which it was written. */
export function newestFirst<Each extends Entry>(entries: readonly Each[]): readonly Each[] {
  const key = ({ content, recordedAt, id }: Entry) =>
    `${dayOf(content) ?? recordedAt.slice(0, 10)} ${recordedAt} ${String(id).padStart(12, '0')}`
  return entries.toSorted((one, other) => key(other).localeCompare(key(one)))
}
