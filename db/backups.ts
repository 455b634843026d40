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

/** The files beside the store that are in the list and not removed. */
export function besideInList(db: ReadDb): ReadonlySet<string> {
  const rows = db.all<{ fileName: string }>(
    "SELECT file_name AS fileName FROM backups WHERE folder = '' AND problem = '' AND removed_at IS NULL",
  )
  return new Set(rows.map(({ fileName }) => fileName))
}

/** A backup that another list has, or that was seen on a disk; how far its log goes is then only known by its time. */
export type KnownBackup = Omit<BackupRecord, 'id' | 'problem' | 'auditSeq'> & { readonly auditSeq: number | null }

/** The backups that were made, those that were removed since too. */
export function madeBackups(db: ReadDb): readonly KnownBackup[] {
  return db.all<StoredBackup>(`SELECT ${COLUMNS} FROM backups WHERE problem = '' ORDER BY id`).map(recordOf)
}

/**
 * Brings the list of a restored store up to what is known beside it: it ends before the backup that it came from. Whatever was made later holds what this
 * store holds, as far as destroying is concerned, so none counts as further than its log.
 */
export function carryBackups(db: WriteDb, known: readonly KnownBackup[]): void {
  for (const { auditSeq, removedAt, isElsewhere, ...backup } of known.toSorted((a, b) => a.madeAt.localeCompare(b.madeAt))) {
    const { madeAt, folder, fileName } = backup
    const row = db.get<{ id: number }>(
      "SELECT id FROM backups WHERE made_at = :madeAt AND folder = :folder AND file_name = :fileName AND problem = ''",
      { madeAt, folder, fileName },
    )
    // What was seen is there, whatever a list says of it.
    if (row && auditSeq === null) db.run('UPDATE backups SET removed_at = NULL WHERE id = :id', { id: row.id })
    else if (row) db.run('UPDATE backups SET removed_at = coalesce(removed_at, :removedAt) WHERE id = :id', { id: row.id, removedAt })
    else if (removedAt === null)
      db.run(
        `INSERT INTO backups (made_at, place, folder, is_elsewhere, file_name, bytes, audit_seq)
         SELECT :madeAt, :place, :folder, :isElsewhere, :fileName, :bytes, min(coalesce(max(seq), 0), :auditSeq)
         FROM main.audit_entries WHERE :isTimed = 0 OR at <= :madeAt`,
        {
          ...backup,
          isElsewhere: isElsewhere ? 1 : 0,
          auditSeq: auditSeq ?? Number.MAX_SAFE_INTEGER,
          isTimed: auditSeq === null ? 1 : 0,
        },
      )
  }
}
