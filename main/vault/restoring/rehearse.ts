import type { Rehearsal } from '#contract'
import { type KnownBackup, openStore, type ReadDb, storeSummary } from '#db'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { firstBrokenEntry } from '../audit.ts'
import { isAuthentic } from '../backups/container.ts'
import { subkey, type Unwrapped } from '../keys/slots.ts'
import { hideFromSlot } from '../keys/hide-from-slot.ts'
import { type OpenableBackup, withBackup } from './chosen-backup.ts'
import { copiesAround } from './copies-around.ts'
import { extractStore } from './extract-store.ts'
import { presentRecords } from './present-records.ts'
import { incomingPath, removeIncoming } from './replace-files.ts'
import type { Secret } from './secret.ts'
import { STORE_FILE } from '../keeping/place.ts'

/** What the person is told, and the backups that the list of the restored store will lack. */
export type Rehearsed = { readonly rehearsal: Rehearsal; readonly known: readonly KnownBackup[] }

type Opened = Pick<Unwrapped, 'dataKey' | 'slot'> & { readonly secret: Secret }

/**
 * Goes through a whole restore on a scratch copy: authenticity, every page, SQLite's own checks, the migration to the newest schema, the log's chain,
 * and the comparison with the present records. The scratch copy stays, to be put in place; nothing else is touched.
 */
export async function rehearse(
  folder: string,
  backup: OpenableBackup,
  { dataKey, slot, secret }: Opened,
  session: { readonly store: ReadDb; readonly vaultId: string } | null,
): Promise<Result<Rehearsed>> {
  const keys = { store: subkey(dataKey, 'store'), backup: subkey(dataKey, 'backup'), audit: subkey(dataKey, 'audit') }
  const scratch = incomingPath(folder, STORE_FILE)
  removeIncoming(folder)
  try {
    const extracted = await withBackup(backup.path, async (file) => {
      const isWhole = (await isAuthentic(file, keys.backup)) && (await extractStore(file, backup.head.storeBytes, keys.store, scratch))
      return isWhole ? accept(null) : refuse({ code: 'backupDamaged' })
    })
    if (!extracted.ok) return extracted
    const opened = openStore(scratch, keys.store)
    if (!opened.ok)
      return refuse(
        opened.failure.kind === 'newer'
          ? { code: 'storeNewer', found: opened.failure.found, known: opened.failure.known }
          : { code: 'backupDamaged' },
      )
    const { store } = opened
    try {
      if (store.problems().length > 0) return refuse({ code: 'backupDamaged' })
      hideFromSlot(store, slot)
      const present = await presentRecords(folder, session, store, { vaultId: backup.head.vaultId, dataKey, slot, secret })
      return accept({
        rehearsal: {
          name: backup.name,
          madeAt: backup.head.madeAt,
          backup: storeSummary(store),
          firstBrokenEntry: firstBrokenEntry(store, keys.audit),
          present: present.records,
        },
        known: [...present.backups, ...copiesAround(folder, backup)],
      })
    } finally {
      store.close()
    }
  } finally {
    for (const key of Object.values(keys)) key.fill(0)
  }
}
