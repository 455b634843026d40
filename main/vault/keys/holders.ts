import { insertHolder, listHolders, markHolderRemoved, type WriteDb } from '#db'
import type { IsoInstant } from '#domain/dates.ts'
import { readSettings } from '../handlers/settings.ts'
import type { SlotHead } from './slots.ts'

/** A slot of the key file that the store did not know of, or one that it knew and that is no longer in the file. */
export type HolderDifference = { readonly slotId: string; readonly kind: 'found' | 'gone' }

/**
 * Brings the store's list of holders in step with the slots of the key file, which decide. They differ where a change was cut off between the
 * two, or where another key file was put in place. Gives the differences, for the log; none for a store that had no list yet.
 */
export function followKeyFile(db: WriteDb, slots: readonly SlotHead[], now: IsoInstant): readonly HolderDifference[] {
  const known = listHolders(db)
  const found = slots.filter(({ id }) => !known.some(({ slotId }) => slotId === id))
  const gone = known.filter(({ slotId }) => !slots.some(({ id }) => slotId === id))
  const isFirst = known.length === 0
  for (const { id, kind, role } of found) {
    const name = isFirst && kind === 'passphrase' && role === 'coordinator' ? (readSettings(db)?.coordinatorName ?? '') : ''
    insertHolder(db, { slotId: id, kind, role, name, addedAt: now })
  }
  for (const { slotId } of gone) markHolderRemoved(db, slotId, now)
  if (isFirst) return []
  return [
    ...found.map(({ id }) => ({ slotId: id, kind: 'found' as const })),
    ...gone.map(({ slotId }) => ({ slotId, kind: 'gone' as const })),
  ]
}
