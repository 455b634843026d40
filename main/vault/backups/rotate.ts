import { backupsToRemove } from '#domain/backup/rotation.ts'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readHead } from './container.ts'
import { backupNamesIn, syncFolder } from './folder.ts'

/**
 * Removes the backups of this vault that a folder need not keep any longer, never those of `spared`; gives the names of what is gone. A file that
 * cannot be removed stays: it does no harm.
 */
export async function rotateBackups(folder: string, vaultId: string, spared: ReadonlySet<string>): Promise<readonly string[]> {
  const gone: string[] = []
  try {
    for (const name of backupsToRemove(backupNamesIn(folder), spared)) {
      const path = join(folder, name)
      if ((await vaultOfBackup(path)) !== vaultId) continue
      await rm(path)
      gone.push(name)
    }
    if (gone.length > 0) await syncFolder(folder)
  } catch {
    return gone
  }
  return gone
}

async function vaultOfBackup(path: string): Promise<string | null> {
  const file = await open(path, 'r')
  try {
    return (await readHead(file))?.vaultId ?? null
  } finally {
    await file.close()
  }
}
