import { type OpenStore, openStore, type ReadDb } from '#db'
import { join } from 'node:path'
import type { AuditEntry } from '../../main/vault/audit.ts'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../main/vault/keys/slots.ts'
import { type OpenVault, passphrase } from './open-vault.ts'

/** The keys of a vault that the test passphrase opens, taken past the vault. */
export async function keysOf(folder: string): Promise<{ readonly store: Buffer; readonly audit: Buffer }> {
  const reading = readKeyFile(folder)
  const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
  if (!unwrapped) throw new Error('the test passphrase does not open the vault')
  return { store: subkey(unwrapped.dataKey, 'store'), audit: subkey(unwrapped.dataKey, 'audit') }
}

/** Locks the vault and looks into its store with the right key. */
export async function lookInside<T>(
  { vault, folder }: Pick<OpenVault, 'vault' | 'folder'>,
  look: (store: OpenStore, auditKey: Buffer) => T,
): Promise<T> {
  vault.close()
  const keys = await keysOf(folder)
  const opened = openStore(join(folder, 'caseboard.store'), keys.store)
  if (!opened.ok) throw new Error(opened.failure.kind)
  try {
    return look(opened.store, keys.audit)
  } finally {
    opened.store.close()
  }
}

export type LoggedEntry = AuditEntry & { readonly seq: number }

export function entriesOf(db: ReadDb): readonly LoggedEntry[] {
  return db.all<LoggedEntry>('SELECT seq, at, actor, operation, subject, outcome FROM audit_entries ORDER BY seq')
}
