import { auditMacAt, backupsHolding, besideInList, type HoldingBackup, openReadOnly, type ReadDb } from '#db'
import { join } from 'node:path'
import { copiesIn } from '../backups/copies-in.ts'
import { BACKUPS_FOLDER } from '../keeping/place.ts'
import type { StoreFiles } from '../keeping/store-files.ts'
import { keptRecords } from '../restoring/kept-records.ts'

type Destroyed = { readonly auditSeq: number }

/**
 * The copies that may still hold what each of these destructions destroyed, newest first: the backups in the list, and what lies beside the store without
 * being in it, since a restored store knows neither the later backups nor the records that it took the place of.
 */
export function copiesHolding(db: ReadDb, files: StoreFiles, destroyed: readonly Destroyed[]): readonly (readonly HoldingBackup[])[] {
  const holding = destroyed.map(({ auditSeq }) => [...backupsHolding(db, auditSeq)])
  for (const { path, ...copy } of unlisted(db, files)) {
    const knows = logOf(path, files.source.keys.store, destroyed)
    for (const [index, { auditSeq }] of destroyed.entries()) {
      const [ours, theirs] = [auditMacAt(db, auditSeq + 1), knows?.[index] ?? null]
      // Only a copy whose log has the entry of the destruction itself was made after it.
      if (ours === null || theirs === null || !ours.equals(theirs)) holding[index]?.push(copy)
    }
  }
  return holding.map((copies) => copies.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt)))
}

function unlisted(db: ReadDb, { folder, source }: StoreFiles): readonly (HoldingBackup & { readonly path: string })[] {
  const beside = join(folder, BACKUPS_FOLDER)
  const listed = besideInList(db)
  return [
    ...copiesIn(beside, source.vaultId)
      .filter(({ fileName }) => !listed.has(fileName))
      .map(({ fileName, madeAt }) => ({ path: join(beside, fileName), madeAt, place: 'automatic' as const, folder: '', fileName })),
    ...keptRecords(folder)
      .filter(({ names, storeName, vaultId }) => names.includes(storeName) && (vaultId === null || vaultId === source.vaultId))
      .map(({ storeName, keptAt }) => ({
        path: join(folder, storeName),
        madeAt: keptAt,
        place: 'automatic' as const,
        folder: '',
        fileName: storeName,
      })),
  ]
}

/** The log's entry of each destruction in a copy, by its code; null where the copy cannot be read with today's key. */
function logOf(path: string, key: Uint8Array, destroyed: readonly Destroyed[]): readonly (Buffer | null)[] | null {
  try {
    const copy = openReadOnly(path, key)
    try {
      return destroyed.map(({ auditSeq }) => auditMacAt(copy, auditSeq + 1))
    } finally {
      copy.close()
    }
  } catch {
    return null
  }
}
