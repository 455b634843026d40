import { readBackupName } from '#domain/backup/file-name.ts'
import { readdirSync, statfsSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What backups that are not finished are called: never taken for one, and cleared away by the next. */
const UNFINISHED = /^\.caseboard-backup-[0-9a-f]{16}\.part(?:-journal)?$/

export function unfinishedName(random: Buffer): string {
  return `.caseboard-backup-${random.toString('hex')}.part`
}

/** The names of the backups in a folder, in no order. Throws what the disk throws. */
export function backupNamesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => readBackupName(name) !== null)
}

/** Removes what earlier backups have left unfinished. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => UNFINISHED.test(each))) await rm(join(folder, name), { force: true })
}

/** Bytes that may still be written to a folder's drive; infinite where the drive does not say. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail === 0 && bsize === 0 ? Number.POSITIVE_INFINITY : bavail * bsize
}

/** Whether two folders lie on different drives, as far as the system knows: a second partition of the same disk counts as another drive. */
export function areOnDifferentDrives(one: string, other: string): boolean {
  return statSync(one).dev !== statSync(other).dev
}

/** Makes a folder's list of names durable. Windows cannot open folders, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
