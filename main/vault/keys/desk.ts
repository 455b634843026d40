import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { Session } from '../session.ts'
import type { backOff } from './back-off.ts'
import type { KdfCost } from './kdf-cost.ts'
import type { KeyFile } from './key-file.ts'
import { readKeyFile, writeKeyFile } from './key-file-store.ts'
import type { PreparedChange } from './prepared-change.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { type Unwrapped, unwrapDataKey } from './slots.ts'

/** The key file as it is now, and what the secret that opened the records gives: the caller wipes the data key. */
export type Proof = { readonly keyFile: KeyFile; readonly proved: Unwrapped }

/** What changes the keys works at: the open session, the key file, and a change that waits for a recovery key to be typed back. */
export type KeyDesk = {
  readonly session: Session
  readonly folder: string
  readonly cost: KdfCost
  /**
   * Checks the secret that opened the records, once more. Wrong ones are counted as at the lock: whoever sits down at an open window may not
   * guess either.
   */
  readonly prove: (secret: string) => Promise<Result<Proof>>
  /** The key file. Throws where it cannot be read, which is refused at the lock. */
  readonly readKeyFile: () => KeyFile
  /** Writes both copies, each durably. Throws what the disk throws. */
  readonly writeKeyFile: (keyFile: KeyFile) => void
  /** Ends the session: the store is closed, and nothing is answered any more until the next unlock. */
  readonly closeStore: () => void
  readonly prepared: () => PreparedChange | null
  readonly prepare: (change: PreparedChange | null) => void
}

type Options = Pick<KeyDesk, 'session' | 'folder' | 'cost' | 'closeStore'> & { readonly attempts: ReturnType<typeof backOff> }

/** The desk of one unlocked session. */
export function keyDesk({ session, folder, cost, attempts, closeStore }: Options): KeyDesk {
  let prepared: PreparedChange | null = null

  const read = (): KeyFile => {
    const reading = readKeyFile(folder)
    if (reading.kind !== 'read') throw new Error(`the key file of an open vault is ${reading.kind}`)
    return reading.keyFile
  }

  async function prove(text: string): Promise<Result<Proof>> {
    const waitSeconds = attempts.remaining(Date.now())
    if (waitSeconds > 0) return refuse({ code: 'waitBeforeRetry', waitSeconds })
    const keyFile = read()
    const secret = session.slot.kind === 'recovery' ? readRecoveryKey(text) : text
    const own = keyFile.slots.filter(({ id }) => id === session.slot.id)
    const proved = await unwrapDataKey({ vaultId: keyFile.vaultId, slots: own }, session.slot.kind, secret ?? '')
    if (secret === null || proved === null) return refuse({ code: 'wrongPassphrase', waitSeconds: attempts.failed(Date.now()) })
    attempts.succeeded()
    return accept({ keyFile, proved })
  }

  return {
    session,
    folder,
    cost,
    readKeyFile: read,
    writeKeyFile: (keyFile) => {
      writeKeyFile(folder, keyFile)
    },
    prove: (text) => attempts.inTurn(() => prove(text)),
    closeStore,
    prepared: () => prepared,
    prepare: (change) => {
      if (prepared?.kind === 'renewal') prepared.wipe()
      prepared = change
    },
  }
}
