import type { ClockDoubt } from '#domain/clock-doubt.ts'
import type { IsoInstant } from '#domain/dates.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

/** What is known of the pages of the file. */
export type PagesCheck =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'sound'; readonly total: number; readonly at: IsoInstant }
  | { readonly kind: 'damaged'; readonly total: number; readonly damaged: number; readonly at: IsoInstant }

/** How the records stand to the note of how far they had come. `older` and `otherHistory`: an older file was put back. */
export type RecordsHistory =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'older'; readonly missingEntries: number; readonly witnessedAt: string; readonly storeAt: string | null }
  | { readonly kind: 'otherHistory'; readonly witnessedAt: string; readonly storeAt: string | null }

export type Integrity = {
  readonly pages: PagesCheck
  readonly history: RecordsHistory
  /** An older file was put back, and the person has yet to say whether to go on with it. */
  readonly mustDecide: boolean
  /** The note of how far the records have come could not be written. */
  readonly isWitnessBehind: boolean
}

export const integrityOperations = {
  state: query(z.undefined()).returns<Integrity>(),
  /** Reads every page of the file now. */
  check: command(z.undefined()).returns<PagesCheck>(),
  /** Goes on with records that are older than they should be; written to the log. */
  goOn: command(z.undefined()).returns<null>(),
  /** Why the date of this computer is doubted; null where it is not. */
  clock: query(z.undefined()).returns<ClockDoubt | null>(),
  /** Says that the date of this computer is right; written to the log. */
  confirmClock: command(z.undefined()).returns<null>(),
}
