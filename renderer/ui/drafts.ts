/** Forms whose last keystrokes are not yet in the store; locking waits for them. */
const unsaved = new Set<() => Promise<void>>()

export function watchDraft(flush: () => Promise<void>): () => void {
  unsaved.add(flush)
  return () => unsaved.delete(flush)
}

/** Saves every draft now. Never throws: a draft that cannot be saved must not keep the app from locking. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...unsaved].map((flush) => flush()))
}
