import { openStore, type OpenStore } from '#db'
import { join } from 'node:path'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../main/vault/keys/slots.ts'

/** The data key of a folder's vault, by a passphrase. */
export async function dataKeyOf(folder: string, passphrase: string): Promise<Buffer> {
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
  if (!unwrapped) throw new Error('the passphrase does not open the vault')
  return unwrapped.dataKey
}

/** The store of a closed vault, opened past the vault: to look at what is in it. The caller closes it. */
export async function openMadeStoreWith(folder: string, passphrase: string): Promise<OpenStore> {
  const opened = openStore(join(folder, 'caseboard.store'), subkey(await dataKeyOf(folder, passphrase), 'store'))
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.store
}
