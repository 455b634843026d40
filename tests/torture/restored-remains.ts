import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, type MadeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { wounds } from './acknowledged.ts'
import { makeBackupOf } from './made-backup.ts'

const later = 'Made after the backup'

/** A filled vault, a backup of it, and one more agency in the vault that the backup lacks. */
export async function profileWithBackup(
  folder: string,
): Promise<{ readonly profile: string; readonly backup: string; readonly keys: MadeKeys }> {
  const profile = join(folder, 'original')
  await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 400, cases: 40, meetings: 4, seed: 47 }) })
  const backup = await makeBackupOf(profile, folder)
  const vault = vaultOf(profile, quickCost)
  await vault.unlock(madePassphrase)
  const { reply } = await vault.run('agencies.add', { name: later, sector: 'other', isCore: false })
  vault.close()
  if (!reply.ok) throw new Error(reply.refusal.code)
  return { profile, backup, keys: await madeKeys(profile) }
}

export type Remains =
  | { readonly kind: 'old' | 'new'; readonly problems: readonly string[] }
  | { readonly kind: 'neither'; readonly problems: readonly string[] }

/** What the next start finds: the old records or the restored ones, each whole; anything else is a failure. */
export async function remainsOf(profile: string, keys: MadeKeys): Promise<Remains> {
  const vault = vaultOf(profile, quickCost)
  const status = vault.status()
  const unlocked = await vault.unlock(madePassphrase)
  if (!unlocked.ok)
    return { kind: 'neither', problems: [`${status.kind}, unlock says ${unlocked.refusal.code}: ${readdirSync(profile).join(' ')}`] }
  const { reply } = await vault.run('integrity.state', undefined)
  vault.close()
  const { history } = (reply.ok ? reply.value : {}) as { readonly history?: { readonly kind: string } }
  const store = openWithKeys(profile, keys)
  try {
    const isOld = store.get(`SELECT 1 FROM agencies WHERE name = :later`, { later }) !== undefined
    const problems = [...wounds(store, keys.audit), ...(history?.kind === 'agrees' ? [] : [`history ${history?.kind ?? 'unknown'}`])]
    return { kind: isOld ? 'old' : 'new', problems }
  } finally {
    store.close()
  }
}
