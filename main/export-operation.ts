import { refuse } from '#domain/refusal.ts'
import { saveFiles, tryFolder } from './files/save-files.ts'
import type { Lock } from './lock.ts'
import { type Answered, answered, askSealed } from './pass-on.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  /** Asks the person for a folder; null when she thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>
}

/**
 * Runs an export: the folder first, then the vault makes value and files, then the files are written. A folder that cannot be written
 * to is refused before the vault counts the export as made; one that cannot be written after all is taken out of the record again.
 */
export async function runExport({ vault, lock, chooseFolder }: Options, name: string, sealed: Uint8Array): Promise<Answered> {
  const folder = await chooseFolder()
  if (folder === null) return refuse({ code: 'cancelled' })
  const usable = await tryFolder(folder)
  if (!usable.ok) return usable
  // The dialog may have stood open for an hour.
  if (!lock.isUnlocked()) return refuse({ code: 'locked' })
  const reply = await askSealed({ vault, lock }, { name, sealed })
  if (reply.kind !== 'sealed' || !reply.outcome.ok) return answered(reply)
  const files = reply.files ?? []
  try {
    const saved = await saveFiles(folder, files)
    if (saved.ok) return answered(reply)
    const { listIds } = reply.outcome
    if (listIds !== undefined) await vault.ask({ kind: 'discardLists', listIds })
    return saved
  } finally {
    // Some are under no password, such as the log: what is written need not stay in memory as well.
    for (const { bytes } of files) bytes.fill(0)
  }
}
