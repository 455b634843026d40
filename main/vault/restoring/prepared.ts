import { auditHead, carryBackups, type KnownBackup, openStore } from '#db'
import { IsoInstant } from '#domain/dates.ts'
import { appendAudit } from '../audit.ts'
import { witnessText } from '../keeping/witness.ts'
import type { KeySlot } from '../keys/key-file.ts'
import { writeFileDurably } from '../keys/key-file-store.ts'
import { subkey } from '../keys/slots.ts'
import type { Basis } from './basis.ts'
import { incomingPath } from './replace-files.ts'
import { STORE_FILE } from '../keeping/place.ts'

/** An incoming store that was checked, and all that is needed to put it in place. The data key is wiped with `wipe`. */
export type Prepared = {
  readonly why: 'before-restore' | 'damaged'
  readonly vaultId: string
  readonly keyFileText: string
  readonly dataKey: Buffer
  readonly slot: Pick<KeySlot, 'id' | 'role'>
  readonly basis: Basis
  /** Backups that the list of the new store may lack. */
  readonly known: readonly KnownBackup[]
  /** What the log of the new store says of it: ids and counts only. */
  readonly event: { readonly operation: string; readonly subject: string }
}

/**
 * Writes the log entry and the list of backups into the incoming store and the files that go with it: both copies of the key file, and the witness. Everything is synced
 * when it returns. Throws what the disk throws.
 */
export function completeIncoming(folder: string, { vaultId, keyFileText, dataKey, slot, known, event }: Prepared, clock: Date): void {
  const keys = { store: subkey(dataKey, 'store'), audit: subkey(dataKey, 'audit'), witness: subkey(dataKey, 'witness') }
  try {
    const opened = openStore(incomingPath(folder, STORE_FILE), keys.store)
    if (!opened.ok) throw new Error(`the store that was prepared is ${opened.failure.kind}`)
    try {
      opened.store.write((db) => {
        carryBackups(db, known)
        appendAudit(db, keys.audit, {
          at: IsoInstant.parse(clock.toISOString()),
          actor: slot.role,
          ...event,
          outcome: 'done',
          slot: slot.id,
        })
      })
      const head = auditHead(opened.store)
      writeFileDurably(incomingPath(folder, 'caseboard.witness'), witnessText({ vaultId, key: keys.witness }, head))
    } finally {
      opened.store.close()
    }
    writeFileDurably(incomingPath(folder, 'caseboard.key'), keyFileText)
    writeFileDurably(incomingPath(folder, 'caseboard.key.copy'), keyFileText)
  } finally {
    for (const key of Object.values(keys)) key.fill(0)
  }
}
