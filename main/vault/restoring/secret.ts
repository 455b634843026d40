import type { InputOf, Operations } from '#contract'
import type { KeyFile } from '../keys/key-file.ts'
import { readRecoveryKey } from '../keys/recovery-key.ts'
import { type Unwrapped, unwrapDataKey } from '../keys/slots.ts'

/** The passphrase or the recovery key that the person typed for a file. */
export type Secret = InputOf<Operations['restore']['rehearse']>['secret']

/** What a typed secret opens of a key file, or null where it opens nothing. The caller wipes the data key. */
export async function openWith(keyFile: Pick<KeyFile, 'vaultId' | 'slots'>, secret: Secret): Promise<Unwrapped | null> {
  if (secret.kind === 'passphrase') return unwrapDataKey(keyFile, 'passphrase', secret.passphrase)
  const typed = readRecoveryKey(secret.recoveryKey)
  return typed === null ? null : unwrapDataKey(keyFile, 'recovery', typed)
}
