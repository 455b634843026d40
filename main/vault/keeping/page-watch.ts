import { checkPages } from '#db'
import { IsoInstant } from '#domain/dates.ts'
import { closeSync, openSync } from 'node:fs'

/** What is known of the pages of the open store. */
export type PagesState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'sound'; readonly total: number; readonly at: IsoInstant }
  | { readonly kind: 'damaged'; readonly total: number; readonly damaged: number; readonly at: IsoInstant }

export type PageWatch = {
  readonly file: number
  readonly state: () => PagesState
  /** Reads every page once, beside the requests; the same check for all who ask while it runs. */
  readonly check: () => Promise<PagesState>
  /** SQLite has come upon a page that does not fit. */
  readonly foundDamage: () => void
  /** Ends a running check and closes the file. Only after the store itself was closed: see `checkPages`. */
  readonly close: () => void
}

/** Watches the pages of a store through a descriptor of its own. Throws where the file cannot be opened. */
export function pageWatch(path: string, key: Uint8Array): PageWatch {
  const file = openSync(path, 'r')
  let state: PagesState = { kind: 'waiting' }
  let running: Promise<PagesState> | null = null
  let isClosed = false

  const run = async (): Promise<PagesState> => {
    state = { kind: 'checking', done: 0, total: 0 }
    const onProgress = (done: number, total: number) => {
      state = { kind: 'checking', done, total }
    }
    const { pages, damaged } = await checkPages(file, key, { onProgress, isCancelled: () => isClosed }).catch((error: unknown) => {
      // The disk itself cannot read a page: that is damage too.
      if (error instanceof Error && 'code' in error && error.code === 'EIO') return { pages: 0, damaged: [0] }
      throw error
    })
    const at = IsoInstant.parse(new Date().toISOString())
    state = damaged.length === 0 ? { kind: 'sound', total: pages, at } : { kind: 'damaged', total: pages, damaged: damaged.length, at }
    return state
  }

  return {
    file,
    state: () => state,
    check: () => {
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
    foundDamage: () => {
      if (state.kind !== 'damaged') state = { kind: 'damaged', total: 0, damaged: 0, at: IsoInstant.parse(new Date().toISOString()) }
    },
    close: () => {
      isClosed = true
      // A slice that is being read ends in this turn; the check looks at `isClosed` before the next.
      closeSync(file)
    },
  }
}
