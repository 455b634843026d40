import type { SharedList } from '#contract'
import { refuse, type Result } from '#domain/refusal.ts'
import { saveFiles, tryFolder } from './files/save-files.ts'
import type { VaultRequest } from './vault/protocol.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  /** Asks the person for a folder; null when she thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>
  readonly isUnlocked: () => boolean
}

/** What takes an export out of the record again, where it is one that the record counts. */
function takeBackOf(name: string, value: unknown): Extract<VaultRequest, { readonly kind: 'operation' }> | null {
  if (name !== 'sharing.save') return null
  const lists = value as readonly SharedList[]
  return { kind: 'operation', name: 'sharing.discard', input: { listIds: lists.map(({ listId }) => listId) } }
}

/**
 * Runs an export: the folder first, then the vault makes value and files, then the files are written. A folder that cannot be written
 * to is refused before the vault counts the export as made; one that cannot be written after all is taken out of the record again.
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
  if (saved.ok) return reply
  const takeBack = takeBackOf(name, reply.value)
  if (takeBack !== null) await vault.ask(takeBack)
  return saved
}
