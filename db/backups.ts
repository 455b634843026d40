import type { IsoInstant } from '#domain/dates.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** Made by itself, at a place that a person chose, or before a newer version changed the store. */
export type BackupPlace = 'automatic' | 'chosen' | 'beforeUpdate'

export type BackupRecord = {
  readonly id: number
  readonly madeAt: IsoInstant
  readonly place: BackupPlace
  /** The folder of a chosen place; empty for the other two, which lie beside the store. */
  readonly folder: string
  /** Whether that folder lies on another drive than the store. */
  readonly isElsewhere: boolean
  readonly fileName: string
  readonly bytes: number
  /** The last entry of the log that it holds. */
  readonly auditSeq: number
  /** The code of the refusal where it was not made; empty for one that was made and verified. */
  readonly problem: string
  readonly removedAt: IsoInstant | null
}

type StoredBackup = Omit<BackupRecord, 'isElsewhere'> & { readonly isElsewhere: number }

const COLUMNS = `id, made_at AS madeAt, place, folder, is_elsewhere AS isElsewhere, file_name AS fileName, bytes, audit_seq AS auditSeq, problem, removed_at AS removedAt`

function recordOf(row: StoredBackup): BackupRecord {
  return { ...row, isElsewhere: row.isElsewhere === 1 }
}

export function insertBackup(db: WriteDb, backup: Omit<BackupRecord, 'id' | 'removedAt'>): void {
  db.run(
    `INSERT INTO backups (made_at, place, folder, is_elsewhere, file_name, bytes, audit_seq, problem)
     VALUES (:madeAt, :place, :folder, :isElsewhere, :fileName, :bytes, :auditSeq, :problem)`,
    { ...backup, isElsewhere: backup.isElsewhere ? 1 : 0 },
  )
}

/** Notes that rotation has removed these files of one folder. */
export function markBackupsRemoved(db: WriteDb, folder: string, fileNames: readonly string[], now: IsoInstant): void {
  for (const fileName of fileNames)
    db.run('UPDATE backups SET removed_at = :now WHERE folder = :folder AND file_name = :fileName AND removed_at IS NULL', {
      folder,
      fileName,
      now,
    })
}

/** The attempts of the last while, newest first, those that failed included. */
export function recentBackups(db: ReadDb, limit: number): readonly BackupRecord[] {
  return db.all<StoredBackup>(`SELECT ${COLUMNS} FROM backups ORDER BY id DESC LIMIT :limit`, { limit }).map(recordOf)
}

/** The newest attempt of one kind, made or failed. */
export function latestBackup(db: ReadDb, place: BackupPlace): BackupRecord | null {
  const row = db.get<StoredBackup>(`SELECT ${COLUMNS} FROM backups WHERE place = :place ORDER BY id DESC LIMIT 1`, { place })
  return row ? recordOf(row) : null
}

/** The newest backup that was made, of one kind. */
export function latestGoodBackup(db: ReadDb, place: BackupPlace): BackupRecord | null {
  const row = db.get<StoredBackup>(`SELECT ${COLUMNS} FROM backups WHERE place = :place AND problem = '' ORDER BY id DESC LIMIT 1`, {
    place,
  })
  return row ? recordOf(row) : null
}

/** The newest backup that would outlive this computer: made, on another drive, and not removed. */
export function latestBackupElsewhere(db: ReadDb): BackupRecord | null {
  const row = db.get<StoredBackup>(
    `SELECT ${COLUMNS} FROM backups WHERE is_elsewhere = 1 AND problem = '' AND removed_at IS NULL ORDER BY id DESC LIMIT 1`,
  )
  return row ? recordOf(row) : null
}

/** When the first entry of the log was made: since when there has been something to lose. */
export function startedAt(db: ReadDb): IsoInstant | null {
  return db.get<{ at: IsoInstant }>('SELECT at FROM main.audit_entries ORDER BY seq LIMIT 1')?.at ?? null
}
