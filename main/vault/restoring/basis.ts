import { auditHead, isChangedSince, type ReadDb } from '#db'
import { encodeKeyFile } from '../keys/key-file.ts'
import { readKeyFile } from '../keys/key-file-store.ts'

/** What something was prepared from: the open records with the end of their log, and the key file. */
export type Basis = { readonly store: ReadDb | null; readonly seq: number | null; readonly keyFile: string }

/** How records and key file stand now. `store` is null at the lock. */
export function basisOf(folder: string, store: ReadDb | null): Basis {
  const reading = readKeyFile(folder)
  return {
    store,
    seq: store && quietly(() => auditHead(store)?.seq ?? 0),
    keyFile: reading.kind === 'read' ? encodeKeyFile(reading.keyFile) : reading.kind,
  }
}

/** Whether nothing was changed since: what was saved in the meantime would be missing from what was prepared, and nobody would have been told. */
export function isStillSo(folder: string, store: ReadDb | null, then: Basis): boolean {
  if (store !== then.store || basisOf(folder, null).keyFile !== then.keyFile) return false
  const { seq } = then
  // The log of damaged records may not be readable; then nothing can be entered either.
  return store === null || seq === null || quietly(() => isChangedSince(store, seq)) !== true
}

function quietly<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
