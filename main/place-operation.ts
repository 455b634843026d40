import { refuse, type Result } from '#domain/refusal.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  /** Asks the person for a folder; null when she thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>
  readonly isUnlocked: () => boolean
}

/** Runs an operation in a folder that the person picks: the vault writes there by itself, for what it writes is too large to pass on. */
export async function runInPlace({ vault, chooseFolder, isUnlocked }: Options, name: string, input: unknown): Promise<Result<unknown>> {
  const place = await chooseFolder()
  if (place === null) return refuse({ code: 'cancelled' })
  // The dialog may have stood open for an hour.
  if (!isUnlocked()) return refuse({ code: 'locked' })
  const { reply } = await vault.ask({ kind: 'operation', name, input, place })
  return reply
}
