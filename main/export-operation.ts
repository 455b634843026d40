import { refuse, type Result } from '#domain/refusal.ts'
import { saveFiles, tryFolder } from './files/save-files.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  /** Asks the person for a folder; null when she thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>
  readonly isUnlocked: () => boolean
}

/**
 * Runs an export: the folder first, then the vault makes value and files, then the files are written. A folder that cannot be written
 * to is refused before the vault counts the export as made.
 */
export async function runExport({ vault, chooseFolder, isUnlocked }: Options, name: string, input: unknown): Promise<Result<unknown>> {
  const folder = await chooseFolder()
  if (folder === null) return refuse({ code: 'cancelled' })
  const usable = await tryFolder(folder)
  if (!usable.ok) return usable
  // The dialog may have stood open for an hour.
  if (!isUnlocked()) return refuse({ code: 'locked' })
  const { reply, files } = await vault.ask({ kind: 'operation', name, input })
  if (!reply.ok) return reply
  const saved = await saveFiles(folder, files)
  return saved.ok ? reply : saved
}
