import { z } from 'zod'
import { door } from '../operation.ts'

const Passphrase = z.string().min(1).max(1024)

export const vaultOperations = {
  /**
   * First step of the first run: checks the passphrase and makes the keys in memory. Nothing is written until the recovery key has been
   * typed back, so that a crash here leaves a first run, not half a vault.
   */
  prepare: door(z.strictObject({ passphrase: Passphrase })).returns<{
    readonly recoveryGroups: readonly string[]
    /** Which groups (from 0) must be typed back. */
    readonly askedGroups: readonly number[]
  }>(),
  /** Saves the recovery key of the vault being made as a text file where the person says. */
  saveRecoveryKey: door(z.undefined()).returns<{ readonly saved: boolean }>(),
  /** Second step: the asked groups, typed back. Writes key file and store, and leaves the vault open. */
  create: door(
    z.strictObject({ typedGroups: z.array(z.strictObject({ index: z.int().min(0).max(63), text: z.string().max(64) })).max(64) }),
  ).returns<null>(),
  unlock: door(z.strictObject({ passphrase: Passphrase })).returns<null>(),
  unlockWithRecoveryKey: door(z.strictObject({ recoveryKey: z.string().min(1).max(1024) })).returns<null>(),
}
