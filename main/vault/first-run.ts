import { createStore, openStore, type OpenStore } from '#db'
import { judgePassphrase } from '#domain/passphrase.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { refusalOfFileError } from './file-errors.ts'
import { storePaths } from './keeping/place.ts'
import type { KeyFile, KeySlot } from './keys/key-file.ts'
import { removeKeyFile, writeKeyFile } from './keys/key-file-store.ts'
import { groupsToAsk, makeRecoveryKey, readRecoveryKey, type TypedGroup, wrongGroups } from './keys/recovery-key.ts'
import { type KdfCost, makeSlot, subkey } from './keys/slots.ts'

/** The recovery key as it is shown, and the groups of it that are to be typed back. */
export type FirstRunQuestion = { readonly recoveryGroups: readonly string[]; readonly askedGroups: readonly number[] }

/** The keys of a vault that is not on the disk yet. */
export type FirstRun = FirstRunQuestion & { readonly keyFile: KeyFile; readonly dataKey: Buffer }

/** Makes the keys of a new vault, in memory. Refused where the passphrase is weak. */
export async function prepareFirstRun(passphrase: string, cost: KdfCost): Promise<Result<FirstRun>> {
  const verdict = judgePassphrase(passphrase)
  if (!verdict.ok) return refuse({ code: 'weakPassphrase', advice: verdict.advice })
  const dataKey = randomBytes(32)
  const vaultId = randomBytes(16).toString('hex')
  const recoveryGroups = makeRecoveryKey()
  const recoverySecret = readRecoveryKey(recoveryGroups.join(''))
  if (recoverySecret === null) throw new Error('a recovery key made here does not read back')
  const slots = [
    await makeSlot(vaultId, dataKey, passphrase, 'passphrase', 'coordinator', cost),
    await makeSlot(vaultId, dataKey, recoverySecret, 'recovery', 'coordinator', cost),
  ]
  return accept({ keyFile: { format: 'caseboard-key', version: 1, vaultId, slots }, dataKey, recoveryGroups, askedGroups: groupsToAsk() })
}

/**
 * Puts store and key file on the disk once the groups are typed back, and hands the open store over. Refused where a group is wrong or the disk does not
 * take it; nothing of it is left then.
 */
export function finishFirstRun(
  folder: string,
  { keyFile, dataKey, recoveryGroups, askedGroups }: FirstRun,
  typedGroups: readonly TypedGroup[],
  onMade: (store: OpenStore, slot: KeySlot) => void,
): Result<null> {
  const wrong = wrongGroups(recoveryGroups, askedGroups, typedGroups)
  if (wrong.length > 0) return refuse({ code: 'recoveryGroupsDiffer', groups: wrong })
  const { storePath, newStorePath } = storePaths(folder)
  const storeKey = subkey(dataKey, 'store')
  try {
    // Aside first: a crash before the key file is written leaves a first run, a crash after it a store that the next unlock finishes.
    rmSync(newStorePath, { force: true })
    createStore(newStorePath, storeKey).close()
    writeKeyFile(folder, keyFile)
    renameSync(newStorePath, storePath)
    const opened = openStore(storePath, storeKey)
    const slot = keyFile.slots[0]
    if (!opened.ok || !slot) throw new Error('a vault just made does not open')
    onMade(opened.store, slot)
    return accept(null)
  } catch (error) {
    const refusal = refusalOfFileError(error)
    if (!refusal) throw error
    removeKeyFile(folder)
    for (const path of [storePath, newStorePath]) for (const part of [path, `${path}-journal`]) rmSync(part, { force: true })
    return refuse(refusal)
  } finally {
    storeKey.fill(0)
  }
}
