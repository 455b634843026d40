import { z } from 'zod'
import { shell } from '../operation.ts'

/** Where the app stands, before any screen is chosen. */
export type AppState =
  | { readonly kind: 'firstRun'; readonly folder: FolderState }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unlocked'; readonly locksInSeconds: number }
  | { readonly kind: 'broken'; readonly problem: BrokenStore }

export type FolderState = 'writable' | 'readOnly'

/** Why the files in the data folder cannot be opened, each with its own words and its own next step on screen. */
export type BrokenStore = 'keyFileMissing' | 'keyFileDamaged' | 'keyFileNewer' | 'storeMissing' | 'storeDamaged' | 'storeNewer'

export const appOperations = {
  state: shell(z.undefined()).returns<AppState>(),
  /** The person did something: the lock's count-down starts anew. */
  touch: shell(z.undefined()).returns<{ readonly locksInSeconds: number }>(),
  lock: shell(z.undefined()).returns<null>(),
  /** True where the window is the stand-in for development, demonstration and tests. */
  host: shell(z.undefined()).returns<{ readonly kind: 'electron' | 'stand-in'; readonly version: string }>(),
}
