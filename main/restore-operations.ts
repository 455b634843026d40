import type { Operations, OutputOf } from '#contract'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Lock } from './lock.ts'
import type { ShellHandlers } from './shell-operations.ts'
import type { VaultProcess } from './vault-process.ts'
import type { RestoreStep } from './vault/protocol.ts'

type Options = {
  readonly vault: VaultProcess
  readonly lock: Lock
  /** Asks the person for the file of a backup; null when she thinks better of it. */
  readonly chooseBackup: () => Promise<string | null>
}

/** Restoring, at the lock as well as within: the file comes from a dialog, all the rest is the vault's. */
export function restoreOperations({ vault, lock, chooseBackup }: Options): ShellHandlers['restore'] {
  const ask = async <Value>(step: RestoreStep): Promise<Result<Value>> => {
    const { reply } = await vault.ask({ kind: 'restore', step })
    // The vault answers each step with what the contract says of it; the protocol carries it as it is.
    return reply as Result<Value>
  }
  return {
    found: () => ask<OutputOf<Operations['restore']['found']>>({ do: 'found' }),
    choose: async ({ name }) => {
      if (name !== null) return ask({ do: 'choose', place: { name } })
      const path = await chooseBackup()
      return path === null ? refuse({ code: 'cancelled' }) : ask({ do: 'choose', place: { path } })
    },
    rehearse: ({ secret }) => ask({ do: 'rehearse', secret }),
    salvage: ({ secret }) => ask({ do: 'salvage', secret }),
    commit: async () => {
      const done = await ask<null>({ do: 'commit' })
      // The records that were open are not those on the disk any more.
      if (done.ok) lock.lock('restored')
      return done
    },
    giveUp: async () => {
      await ask({ do: 'giveUp' })
      return accept(null)
    },
  }
}
