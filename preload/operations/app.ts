import type { PlaceAbroad } from '#domain/data-place.ts'
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

const LONGEST_COPY = 4_000_000

export const appOperations = {
  state: shell(z.undefined()).returns<AppState>(),
  /** The person did something: the lock's count-down starts anew. */
  touch: shell(z.undefined()).returns<{ readonly locksInSeconds: number }>(),
  /**
   * Puts a text into the clipboard, as bytes in UTF-8. What a button copies is taken out again after half a minute, what the person marked and
   * copied when the app locks; either only where it is still there.
   */
  copy: shell(
    z.strictObject({
      text: z.instanceof(Uint8Array).refine((text) => text.length > 0 && text.length <= LONGEST_COPY),
      lasts: z.enum(['briefly', 'untilLock']),
    }),
  ).returns<null>(),
  lock: shell(z.undefined()).returns<null>(),
  /** Whether the data folder lies where copies of it may leave this computer; null where nothing speaks for it. */
  place: shell(z.undefined()).returns<PlaceAbroad | null>(),
  /** True where the window is the stand-in for development, demonstration and tests. */
  host: shell(z.undefined()).returns<{ readonly kind: 'electron' | 'stand-in'; readonly version: string }>(),
}
