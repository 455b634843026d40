import { refuse } from '#domain/refusal.ts'
import { type Answered, passOn } from './pass-on.ts'
import type { Lock } from './lock.ts'
import type { VaultProcess } from './vault-process.ts'

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  /** Asks the person for a folder; null when she thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>
}

/** Runs an operation in a folder that the person picks: the vault writes there by itself, for what it writes is too large to pass on. */
export async function runInPlace({ vault, lock, chooseFolder }: Options, name: string, sealed: Uint8Array): Promise<Answered> {
  const place = await chooseFolder()
  if (place === null) return refuse({ code: 'cancelled' })
  // The dialog may have stood open for an hour.
  if (!lock.isUnlocked()) return refuse({ code: 'locked' })
  return passOn({ vault, lock }, { name, sealed, place })
}
