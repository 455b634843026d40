import { insertBackup, latestGoodBackup, markBackupsRemoved, type BackupPlace, type WriteDb } from '#db'
import { IsoInstant } from '#domain/dates.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { StoreFiles } from '../keeping/store-files.ts'
import { areOnDifferentDrives } from './folder.ts'
import { type FinishedBackup, makeBackup } from './make-backup.ts'
import { rotateBackups } from './rotate.ts'

export type PlacedBackup = FinishedBackup & {
  readonly place: BackupPlace
  /** Empty for the folder beside the store, which moves with it. */
  readonly folder: string
  readonly isElsewhere: boolean
  readonly removed: readonly string[]
}

/** Makes a verified backup in a folder, and lets the rotation remove what it need not keep there. */
export async function placeBackup(files: StoreFiles, place: BackupPlace, folder: string, clock: Date): Promise<Result<PlacedBackup>> {
  if (files.progress() !== null) return refuse({ code: 'backupRunning' })
  files.setProgress({ phase: 'checking', done: 0, total: 1 })
  try {
    const made = await makeBackup(files.source, folder, clock, (phase, done, total) => files.setProgress({ phase, done, total }))
    if (!made.ok) return made
    const removed = await rotateBackups(folder, files.source.vaultId, sparedBy(files, made.value))
    const isChosen = place === 'chosen'
    return accept({
      ...made.value,
      place,
      folder: isChosen ? folder : '',
      isElsewhere: isChosen && areOnDifferentDrives(folder, files.folder),
      removed,
    })
  } finally {
    files.setProgress(null)
  }
}

/** Beside the new one, the last backup from before an update is kept: the way back to the version before. */
function sparedBy({ source }: StoreFiles, { fileName }: FinishedBackup): ReadonlySet<string> {
  const before = latestGoodBackup(source.store, 'beforeUpdate')
  return new Set([fileName, ...(before ? [before.fileName] : [])])
}

/** Writes a made backup into the list. */
export function recordBackup(db: WriteDb, { place, folder, isElsewhere, fileName, bytes, auditSeq, madeAt, removed }: PlacedBackup): void {
  insertBackup(db, { madeAt, place, folder, isElsewhere, fileName, bytes, auditSeq, problem: '' })
  markBackupsRemoved(db, folder, removed, madeAt)
}

/** Writes down that a backup failed, so that it is said and not forgotten. */
export function recordFailure(db: WriteDb, place: BackupPlace, problem: string, clock: Date): void {
  const madeAt = IsoInstant.parse(clock.toISOString())
  insertBackup(db, { madeAt, place, folder: '', isElsewhere: false, fileName: '', bytes: 0, auditSeq: 0, problem })
}
