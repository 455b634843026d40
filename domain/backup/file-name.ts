import { type ClockTime, isIsoDate, isoDate, type IsoDate } from '../dates.ts'

/** What a backup's file name says: the local date and time at which it was made, and the how many-th of that minute it is. */
export type BackupName = { readonly date: IsoDate; readonly time: string; readonly turn: number }

const SHAPE = /^Caseboard-backup-(\d{4}-\d{2}-\d{2})-([01]\d|2[0-3])([0-5]\d)(?:-([2-9]|[1-9]\d{1,2}))?\.caseboard$/

/** `Caseboard-backup-YYYY-MM-DD-HHMM.caseboard`: it says when, and neither whose nor what. A second one in the same minute ends in `-2`. */
export function backupFileName(date: IsoDate, time: ClockTime, turn = 1): string {
  return `Caseboard-backup-${date}-${time.replace(':', '')}${turn > 1 ? `-${String(turn)}` : ''}.caseboard`
}

/** Reads a file name back, or null where it is not one of ours. */
export function readBackupName(name: string): BackupName | null {
  const [, date = '', hours = '', minutes = '', turn = '1'] = SHAPE.exec(name) ?? []
  return isIsoDate(date) ? { date: isoDate(date), time: `${hours}${minutes}`, turn: Number(turn) } : null
}

/** Newest first, by what the names say. */
export function byNewestName(a: BackupName, b: BackupName): number {
  return b.date.localeCompare(a.date) || b.time.localeCompare(a.time) || b.turn - a.turn
}
