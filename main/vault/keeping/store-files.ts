import type { OpenStore } from '#db'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupPhase, BackupSource } from '../backups/make-backup.ts'
import { encodeKeyFile } from '../keys/key-file.ts'
import { readKeyFile } from '../keys/key-file-store.ts'
import { subkey } from '../keys/slots.ts'
import { type WitnessKeeper, witnessKeeper } from './keep-witness.ts'
import { type PageWatch, pageWatch } from './page-watch.ts'
import { STORE_FILE } from './place.ts'
import { type History, historyOf } from './witness.ts'

export type Progress = { readonly phase: BackupPhase; readonly done: number; readonly total: number }

/** The files of an open store: watched, witnessed and copied. What handlers may do with them is here; paths come from main, never from the page. */
export type StoreFiles = {
  readonly folder: string
  readonly source: BackupSource
  readonly pages: PageWatch
  readonly witness: WitnessKeeper
  /** How the store stood to its witness when it was opened. */
  readonly history: () => History
  /** True while the person has yet to say whether an older store is to be gone on with. */
  readonly mustDecide: () => boolean
  /** She goes on with it: from now on it is the store that is witnessed. */
  readonly acceptHistory: () => void
  readonly progress: () => Progress | null
  readonly setProgress: (progress: Progress | null) => void
  /** Writes the last witness; before the store is closed. */
  readonly finish: () => void
  /** Closes what is open beside the store; after it was closed. */
  readonly close: () => void
}

/** Begins to look after the files of a store that has just been opened. Throws where a file cannot be opened or the key file cannot be read. */
export function openStoreFiles({
  folder,
  store,
  dataKey,
}: {
  readonly folder: string
  readonly store: OpenStore
  readonly dataKey: Uint8Array
}): StoreFiles {
  const reading = readKeyFile(folder)
  if (reading.kind !== 'read') throw new Error('a store is open whose key file cannot be read')
  const { vaultId } = reading.keyFile
  const path = join(folder, STORE_FILE)
  const keys = { store: subkey(dataKey, 'store'), backup: subkey(dataKey, 'backup') }
  const witnessKey = { vaultId, key: subkey(dataKey, 'witness') }

  let history = historyOf(store, folder, witnessKey)
  let isDecided = history.kind !== 'older' && history.kind !== 'otherHistory'
  let progress: Progress | null = null
  const pages = pageWatch(path, keys.store)
  const witness = witnessKeeper(store, folder, witnessKey, () => !isDecided)

  return {
    folder,
    source: {
      store,
      keys,
      vaultId,
      storeBytes: () => statSync(path).size,
      isSound: async () => (await pages.check()).kind === 'sound',
      // Read anew each time: a passphrase may have been changed since.
      keyFile: () => {
        const now = readKeyFile(folder)
        if (now.kind !== 'read') throw new Error('the key file cannot be read')
        return encodeKeyFile(now.keyFile)
      },
    },
    pages,
    witness,
    history: () => history,
    mustDecide: () => !isDecided,
    acceptHistory: () => {
      isDecided = true
      history = { kind: 'agrees' }
      witness.touch()
    },
    progress: () => progress,
    setProgress: (next) => {
      progress = next
    },
    finish: () => {
      witness.keepUp()
    },
    close: () => {
      witness.stop()
      pages.close()
      for (const key of [keys.store, keys.backup, witnessKey.key]) key.fill(0)
    },
  }
}
