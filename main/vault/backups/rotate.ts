import { backupsToRemove } from '#domain/backup/rotation.ts'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readHeadAt } from './container.ts'
import { backupNamesIn, syncFolder } from './folder.ts'

/**
 * Removes the backups of this vault that a folder need not keep any longer, never those of `spared`; gives the names of what is gone. A file that
 * cannot be read or removed stays, and does no harm to the others.
 */
export async function rotateBackups(folder: string, vaultId: string, spared: ReadonlySet<string>): Promise<readonly string[]> {
  const gone: string[] = []
  try {
    for (const name of backupsToRemove(backupNamesIn(folder), spared)) {
      const path = join(folder, name)
      if (readHeadAt(path)?.vaultId === vaultId && (await isRemoved(path))) gone.push(name)
    }
    if (gone.length > 0) await syncFolder(folder)
  } catch {
    return gone
  }
  return gone
}

async function isRemoved(path: string): Promise<boolean> {
  try {
    await rm(path)
    return true
  } catch {
    return false
  }
}
