import { join } from 'node:path'

/** The names of what lies in the data folder beside the key file. */
export const STORE_FILE = 'caseboard.store'
export const BACKUPS_FOLDER = 'backups'

/** Where the store of a data folder lies, and where it lies while a first run is being finished: it takes its name once the key file is on the disk. */
export function storePaths(folder: string): { readonly storePath: string; readonly newStorePath: string } {
  const storePath = join(folder, STORE_FILE)
  return { storePath, newStorePath: `${storePath}.new` }
}
