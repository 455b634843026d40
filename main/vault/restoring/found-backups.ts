import type { FoundBackups } from '#contract'
import { byNewestName, readBackupName } from '#domain/backup/file-name.ts'
import { existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackup } from '../backups/container.ts'
import { backupNamesIn } from '../backups/folder.ts'
import { BACKUPS_FOLDER } from '../keeping/place.ts'

const MOST = 60

/** The backups that lie beside the store, newest first, and the newest of which not a byte has changed. */
export async function foundBackups(folder: string): Promise<FoundBackups> {
  const place = join(folder, BACKUPS_FOLDER)
  if (!existsSync(place)) return { backups: [], newestWhole: null }
  const backups = backupNamesIn(place)
    .flatMap((name) => {
      const read = readBackupName(name)
      return read ? [{ name, ...read }] : []
    })
    .toSorted(byNewestName)
    .slice(0, MOST)
    .map(({ name, date, time }) => ({ name, date, time: `${time.slice(0, 2)}:${time.slice(2)}`, bytes: statSync(join(place, name)).size }))
  return {
    backups,
    newestWhole: await newestWhole(
      place,
      backups.map(({ name }) => name),
    ),
  }
}

async function newestWhole(place: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const file = await open(join(place, name), 'r')
    try {
      if ((await readBackup(file)).kind === 'read') return name
    } finally {
      await file.close()
    }
  }
  return null
}
