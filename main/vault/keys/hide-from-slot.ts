import type { OpenStore } from '#db'
import type { SlotHead } from './slots.ts'

/** Hides from an open store the cases that are hidden from the holder of a slot. The recovery key is the way in when all others are lost: it finds everything. */
export function hideFromSlot(store: Pick<OpenStore, 'hideFrom'>, { id, kind }: Pick<SlotHead, 'id' | 'kind'>): void {
  if (kind === 'passphrase') store.hideFrom(id)
}
