import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { connect, openReadOnly, type ReadOnlyStore } from './connection.ts'
import { isJournalSound, putBackSoundPages } from './journal-check.ts'
import { schemaOf } from './migrate.ts'

/** What became of a journal that lay beside a store which was read: there was none to be played back, it was, or it was damaged and only its whole pages were. */
export type JournalRead = 'none' | 'playedBack' | 'inPart'

/** A store that was opened to be read; `path` is the file that is read, the store itself or the copy of it, which goes when it is closed. */
export type StoreReading = { readonly store: ReadOnlyStore; readonly path: string; readonly journal: JournalRead }

/**
 * Opens a store to be read as it stands after a crash, without changing a byte of it. Where a journal waits to be played back both are copied to
 * `scratch` and it is played back there; of a journal that is damaged only the pages that are whole are put back, so that the last change may be there by half. Throws what SQLite and
 * the disk throw.
 */
export function openForReading(path: string, key: Uint8Array, scratch: string): StoreReading {
  try {
    return { store: openReadOnly(path, key), path, journal: 'none' }
  } catch (error) {
    // SQLite's word for a journal that it would have to play back, and may not.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_READONLY'))) throw error
  }
  try {
    const journal = copyAsItStands(path, key, scratch)
    const store = openReadOnly(scratch, key)
    const close = (): void => {
      store.close()
      removeScratch(scratch)
    }
    return { store: { ...store, close }, path: scratch, journal }
  } catch (error) {
    removeScratch(scratch)
    throw error
  }
}

function copyAsItStands(path: string, key: Uint8Array, scratch: string): JournalRead {
  removeScratch(scratch)
  const isSound = isJournalSound(path, key)
  for (const end of isSound ? ['', '-journal'] : ['']) {
    copyFileSync(`${path}${end}`, `${scratch}${end}`)
    chmodSync(`${scratch}${end}`, 0o600)
  }
  if (!isSound) {
    putBackSoundPages(path, key, scratch)
    return 'inPart'
  }
  const connection = connect(scratch, key, { fileMustExist: true })
  try {
    // The first reading plays it back.
    schemaOf(connection)
  } finally {
    connection.close()
  }
  return 'playedBack'
}

function removeScratch(scratch: string): void {
  for (const end of ['', '-journal']) rmSync(`${scratch}${end}`, { force: true })
}
