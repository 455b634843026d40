import { accept, refuse } from '#domain/refusal.ts'
import type { Lock } from './lock.ts'
import { type Answered, passOn } from './pass-on.ts'
import type { VaultProcess } from './vault-process.ts'

export type DoorDialogs = {
  /** Asks where to write the recovery key's sheet; null when the person thinks better of it. */
  readonly chooseRecoveryKeyFile: () => Promise<string | null>
  /** Asks for the file of a backup; null when the person thinks better of it. */
  readonly chooseBackup: () => Promise<string | null>
}

type Options = { readonly vault: VaultProcess; readonly lock: Lock; readonly dialogs: DoorDialogs }

/** Passes on what makes, opens or restores a vault. Two of these need a path, which comes from a dialog. */
export async function runDoor({ vault, lock, dialogs }: Options, name: string, sealed: Uint8Array): Promise<Answered> {
  switch (name) {
    case 'vault.saveRecoveryKey': {
      const place = await dialogs.chooseRecoveryKeyFile()
      return place === null ? accept({ saved: false }) : passOn({ vault, lock }, { name, sealed, place })
    }
    case 'restore.browse': {
      const place = await dialogs.chooseBackup()
      return place === null ? refuse({ code: 'cancelled' }) : passOn({ vault, lock }, { name, sealed, place })
    }
    default:
      return passOn({ vault, lock }, { name, sealed })
  }
}
