import type { IsoInstant } from '#domain/dates.ts'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readHeadAt } from './container.ts'
import { backupNamesIn } from './folder.ts'

/** A backup that lies in a folder, whether or not the store has it in its list. */
export type FoundCopy = { readonly fileName: string; readonly madeAt: IsoInstant; readonly bytes: number }

/** The backups of one vault in a folder, in no order. What cannot be read, the folder too, is passed over. */
export function copiesIn(folder: string, vaultId: string): readonly FoundCopy[] {
  return namesIn(folder).flatMap((fileName) => {
    const path = join(folder, fileName)
    const head = readHeadAt(path)
    return head?.vaultId === vaultId ? [{ fileName, madeAt: head.madeAt, bytes: statSync(path).size }] : []
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return existsSync(folder) ? backupNamesIn(folder) : []
  } catch {
    return []
  }
}
