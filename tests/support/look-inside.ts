import { openStore, type OpenStore } from '#db'
import { join } from 'node:path'
import { subkey } from '../../main/vault/keys/slots.ts'
import { dataKeyOf } from './look-inside-keys.ts'

export { dataKeyOf } from './look-inside-keys.ts'

/** The store of a closed vault, opened past the vault: to look at what is in it. The caller closes it. */
export async function openMadeStoreWith(folder: string, passphrase: string): Promise<OpenStore> {
  const opened = openStore(join(folder, 'caseboard.store'), subkey(await dataKeyOf(folder, passphrase), 'store'))
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.store
}
