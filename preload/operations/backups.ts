import type { PlaceAbroad } from '#domain/data-place.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import { z } from 'zod'
import { command, placing, query } from '../operation.ts'

export type KeptBackup = {
  readonly id: number
  readonly madeAt: IsoInstant
  readonly place: 'automatic' | 'chosen' | 'beforeUpdate'
  /** The folder that was chosen; empty for those beside the store. */
  readonly folder: string
  readonly isElsewhere: boolean
  readonly fileName: string
  readonly bytes: number
  /** The code of the refusal where it could not be made; empty for one that was made and verified. */
  readonly problem: string
  readonly isRemoved: boolean
}

export type MadeBackup = {
  readonly fileName: string
  readonly bytes: number
  readonly isElsewhere: boolean
  /** Older backups that the rotation has removed. */
  readonly removed: number
}

/** How the backups stand. */
export type BackupStanding = {
  /** The newest verified backup outside this computer, and how many days old it is. */
  readonly elsewhere: { readonly madeAt: IsoInstant; readonly daysAgo: number } | null
  /** None is outside the computer for 14 days. */
  readonly isDue: boolean
  /** The newest that the program made by itself beside the store. */
  readonly automatic: { readonly madeAt: IsoInstant; readonly daysAgo: number } | null
  /** Why the latest automatic one failed; null where it did not. */
  readonly automaticProblem: string | null
}

export type BackupOverview = {
  readonly today: IsoDate
  readonly standing: BackupStanding
  /** Where the last chosen backup went, and whether that place is there now, and whether copies leave this computer from there. */
  readonly place: { readonly folder: string; readonly isThere: boolean; readonly abroad: PlaceAbroad | null } | null
  readonly recent: readonly KeptBackup[]
  readonly running: { readonly phase: 'checking' | 'copying' | 'verifying'; readonly done: number; readonly total: number } | null
  /** Records that were replaced by a restore and are still kept. */
  readonly replaced: readonly { readonly name: string; readonly bytes: number }[]
}

export const backupOperations = {
  overview: query(z.undefined()).returns<BackupOverview>(),
  /** Makes a verified backup in the folder that the person picks. */
  make: placing(z.undefined()).returns<MadeBackup>(),
  /** The same, where the last one went. */
  makeAgain: command(z.undefined()).returns<MadeBackup>(),
  /** Removes records that a restore has replaced, for good. */
  removeReplaced: command(z.strictObject({ name: z.string().max(255) })).returns<null>(),
}
