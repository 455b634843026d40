import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { defaultCost, deriveKey } from '../../main/vault/keys/slots.ts'
import { join } from 'node:path'
import { fillBigStore, type BigStoreSize } from '../fixtures/big-store.ts'
import { madePassphrase, makeProfile } from '../fixtures/made-profile.ts'
import { vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

/** Unlocking a big store under the product's own Argon2id cost, against Argon2id alone with the slot's parameters. */
export async function unlockFigures(folder: string, size: BigStoreSize): Promise<readonly Figure[]> {
  const profile = join(folder, 'unlock')
  await makeProfile(profile, { cost: defaultCost, fill: (db) => fillBigStore(db, size) })
  const reading = readKeyFile(profile)
  const slot = reading.kind === 'read' ? reading.keyFile.slots[0] : undefined
  if (!slot) throw new Error('the profile just made has no slot')
  const vault = vaultInProcess(profile)
  try {
    const { unlock, alone } = await interleaved(7, 1, {
      unlock: {
        before: async () => {
          vault.vault.replace()
          await vault.vault.ask({ kind: 'status' })
        },
        run: () => vault.unlock(),
      },
      alone: { run: () => deriveKey(madePassphrase, slot.kdf) },
    })
    return [
      figure({
        group: 'unlock',
        name: 'unlock, through the vault process',
        ms: unlock,
        reference: 'Argon2id alone, same parameters',
        referenceMs: alone,
        ratioBound: 1.3,
      }),
    ]
  } finally {
    await vault.end()
  }
}
