import { type ClockDoubt, standingDoubt } from '#domain/clock-doubt.ts'
import { readSubject } from '#domain/audit/entry.ts'
import { IsoDate } from '#domain/dates.ts'
import type { ReadDb } from './handles.ts'

/** The doubt about the computer's date that nobody has settled yet; null where there is none. It concerns everybody, so it is read past what is hidden. */
export function openClockDoubt(db: ReadDb): ClockDoubt | null {
  const entry = db.get<{ operation: string; subject: string }>(
    `SELECT operation, subject FROM main.audit_entries
     WHERE operation IN ('integrity.clockDoubt', 'integrity.clockSettled', 'integrity.confirmClock') AND outcome NOT LIKE 'refused:%'
     ORDER BY seq DESC LIMIT 1`,
  )
  return standingDoubt(entry && { operation: entry.operation, facts: readSubject(entry.subject) })
}

/** The day (UTC) of the last entry of the log; undefined in an empty one. */
export function lastDayOfLog(db: ReadDb): IsoDate | undefined {
  const at = db.get<{ at: string }>('SELECT at FROM main.audit_entries ORDER BY seq DESC LIMIT 1')?.at
  return at === undefined ? undefined : IsoDate.parse(at.slice(0, 10))
}
