import { judgePassphrase } from '#domain/passphrase.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { type KdfCost, costOfNewSlot } from './kdf-cost.ts'
import { type KdfParameters, type KeyFile, type KeySlot, maxSlots } from './key-file.ts'
import type { ShownKey } from './prepared-change.ts'
import { groupsToAsk, makeRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { keysOf, makeSlot, newSlotId, parametersBeside, type SlotHead, type Unwrapped, unwrapWith, wrapDataKey } from './slots.ts'

/** What a new slot is made from: the key file, the secret that was just proved, and what a slot should cost. */
export type SlotSource = { readonly keyFile: KeyFile; readonly proved: Unwrapped; readonly cost: KdfCost }

/**
 * A slot for a passphrase that somebody chose: judged, and refused where it opens another slot already, for then nobody could tell the two
 * holders apart. `replaces` is the slot whose place, id and role it takes.
 */
export async function passphraseSlot(
  source: SlotSource,
  passphrase: string,
  teamName: string,
  { role, replaces }: { readonly role: KeySlot['role']; readonly replaces?: KeySlot },
): Promise<Result<KeySlot>> {
  const { keyFile, proved } = source
  const verdict = judgePassphrase(passphrase, teamName)
  if (!verdict.ok) return refuse({ code: 'weakPassphrase', advice: verdict.advice })
  if (replaces === undefined && keyFile.slots.length >= maxSlots) return refuse({ code: 'tooManyHolders', limit: maxSlots - 1 })
  const others = keyFile.slots.filter(({ id }) => id !== replaces?.id)
  const keys = keysOf(passphrase)
  try {
    const taken = await unwrapWith({ vaultId: keyFile.vaultId, slots: others }, 'passphrase', keys)
    if (taken) {
      taken.dataKey.fill(0)
      return refuse({ code: 'passphraseTaken' })
    }
    const head: SlotHead = { id: replaces?.id ?? newSlotId(), kind: 'passphrase', role: replaces?.role ?? role }
    return accept(await wrapDataKey(keyFile.vaultId, proved.dataKey, keys, head, parametersFor(source, others, replaces)))
  } finally {
    keys.wipe()
  }
}

/** As dear as this machine allows, and never cheaper than the slot that is replaced. */
function parametersFor({ proved, cost }: SlotSource, others: readonly KeySlot[], replaces?: KeySlot): KdfParameters {
  const parameters = replaces?.kdf ?? proved.slot.kdf
  // What the proof took says what other parameters would take: the work is memory times passes.
  const tookMs = (proved.tookMs / workOf(proved.slot.kdf)) * workOf(parameters)
  return parametersBeside(others, 'passphrase', costOfNewSlot(cost, { parameters, tookMs }))
}

function workOf({ memoryKib, passes }: KdfParameters): number {
  return memoryKib * passes
}

/** A new recovery key and its slot. */
export async function recoverySlot(
  vaultId: string,
  dataKey: Uint8Array,
  cost: KdfCost,
): Promise<ShownKey & { readonly recovery: KeySlot }> {
  const recoveryGroups = makeRecoveryKey()
  const secret = readRecoveryKey(recoveryGroups.join(''))
  if (secret === null) throw new Error('a recovery key made here does not read back')
  return { recoveryGroups, askedGroups: groupsToAsk(), recovery: await makeSlot(vaultId, dataKey, secret, 'recovery', 'coordinator', cost) }
}
