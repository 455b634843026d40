import type { FoundBackup, FoundBackups } from '#contract'
import { byNewestName, readBackupName } from '#domain/backup/file-name.ts'
import { existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackup } from '../backups/container.ts'
import { backupNamesIn } from '../backups/folder.ts'
import { BACKUPS_FOLDER } from '../keeping/place.ts'

const MOST = 60

/** The backups that lie beside the store, newest first, and the newest of which not a byte has changed. What cannot be read is named beside them. */
export async function foundBackups(folder: string): Promise<FoundBackups> {
  const place = join(folder, BACKUPS_FOLDER)
  if (!existsSync(place)) return { backups: [], newestWhole: null, unreadable: [] }
  const names = backupNamesIn(place)
    .flatMap((name) => {
      const read = readBackupName(name)
      return read ? [{ name, ...read }] : []
    })
    .toSorted(byNewestName)
    .slice(0, MOST)
  const unreadable = new Set<string>()
  const backups: FoundBackup[] = []
  for (const { name, date, time } of names) {
    const bytes = fileSize(join(place, name))
    if (bytes === null) unreadable.add(name)
    else backups.push({ name, date, time: `${time.slice(0, 2)}:${time.slice(2)}`, bytes })
  }
  for (const { name } of backups) {
    const isWhole = await isBackupWhole(join(place, name))
    if (isWhole === null) unreadable.add(name)
    if (isWhole === true) return found(backups, name, unreadable)
  }
  return found(backups, null, unreadable)
}

function found(backups: readonly FoundBackup[], newestWhole: string | null, unreadable: ReadonlySet<string>): FoundBackups {
  return { backups: backups.filter(({ name }) => !unreadable.has(name)), newestWhole, unreadable: [...unreadable] }
}

/** In bytes; null for what is no file, or where the disk does not say. */
function fileSize(path: string): number | null {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : null
  } catch {
    return null
  }
}

/** Null where the file cannot be read to its end. */
async function isBackupWhole(path: string): Promise<boolean | null> {
  try {
    const file = await open(path, 'r')
    try {
      return (await readBackup(file)).kind === 'read'
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
