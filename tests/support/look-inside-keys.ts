import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { unwrapDataKey } from '../../main/vault/keys/slots.ts'

/** The data key of a folder's vault, by a passphrase. */
export async function dataKeyOf(folder: string, passphrase: string): Promise<Buffer> {
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
  if (!unwrapped) throw new Error('the passphrase does not open the vault')
  return unwrapped.dataKey
}
