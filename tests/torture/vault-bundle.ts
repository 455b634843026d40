import { bundle } from '../../build/bundle/bundle-target.ts'
import { targets } from '../../build/bundle/targets.ts'

/** Makes the vault's bundle if its sources have changed: what is killed here is what ships. */
export async function makeVaultBundle(): Promise<void> {
  for (const target of targets) if (target.name === 'vault' || target.name === 'spreadsheet-worker') await bundle(target, false)
}
