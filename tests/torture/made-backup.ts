import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../fixtures/made-profile.ts'

/** Makes a backup of a made profile through the vault's door, in a folder of its own under `parent`; gives its path. */
export async function makeBackupOf(profile: string, parent: string): Promise<string> {
  const stick = mkdtempSync(join(parent, 'stick-'))
  const vault = vaultOf(profile, quickCost)
  const unlocked = await vault.unlock(madePassphrase)
  if (!unlocked.ok) throw new Error(unlocked.refusal.code)
  const { reply } = await vault.run('backups.make', undefined, stick)
  vault.close()
  if (!reply.ok) throw new Error(reply.refusal.code)
  return join(stick, readdirSync(stick)[0] ?? '')
}
