import type { BackupStanding } from '#contract'
import { latestBackup, latestBackupElsewhere, latestGoodBackup, type ReadDb, startedAt } from '#db'
import { isBackupDue } from '#domain/backup/reminder.ts'
import { daysBetween, isoDate, type IsoDate, type IsoInstant } from '#domain/dates.ts'

/** The day of a moment, in UTC: near enough to count days of a fortnight. */
function dayOf(at: IsoInstant): IsoDate {
  return isoDate(at.slice(0, 10))
}

/** How the backups stand today. */
export function backupStanding(db: ReadDb, today: IsoDate): BackupStanding {
  const elsewhere = latestBackupElsewhere(db)
  const automatic = latestGoodBackup(db, 'automatic')
  const attempt = latestBackup(db, 'automatic')
  const started = startedAt(db)
  const aged = (at: IsoInstant) => ({ madeAt: at, daysAgo: Math.max(0, daysBetween(dayOf(at), today)) })
  return {
    elsewhere: elsewhere && aged(elsewhere.madeAt),
    isDue: isBackupDue(today, elsewhere && dayOf(elsewhere.madeAt), started && dayOf(started)),
    automatic: automatic && aged(automatic.madeAt),
    automaticProblem: attempt !== null && attempt.problem !== '' ? attempt.problem : null,
  }
}
