import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import { z } from 'zod'
import { door } from '../operation.ts'

/** The passphrase or the recovery key of a file that is to be opened. */
const Secret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1024) }),
  z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: z.string().min(1).max(1024) }),
])

/** A backup that lies beside the store, by its file name. */
export type FoundBackup = {
  readonly name: string
  readonly date: IsoDate
  readonly time: string
  readonly bytes: number
}

export type FoundBackups = {
  /** Newest first. */
  readonly backups: readonly FoundBackup[]
  /** The newest whose checksum holds; null where there is none. */
  readonly newestWhole: string | null
  /** Files with a backup's name that cannot be read, or are no files. */
  readonly unreadable: readonly string[]
}

/** What can be said of a backup before it is opened. */
export type ChosenBackup = {
  readonly name: string
  readonly madeAt: IsoInstant
  readonly bytes: number
  /** Whether it belongs to the records of this computer; null where there are none. */
  readonly isOurs: boolean | null
}

/** What a store holds. */
export type HeldRecords = {
  readonly cases: number
  readonly referrals: number
  readonly meetings: number
  readonly actions: number
  readonly agencies: number
  /** Entries of the records of cases. */
  readonly notes: number
  readonly entries: number
  readonly lastAt: IsoInstant | null
}

/** The records of this computer, as seen from a backup that would take their place. */
export type PresentRecords =
  | { readonly kind: 'none' }
  /** They belong to other records, or to another key. */
  | { readonly kind: 'others' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read'
      readonly holds: HeldRecords
      /** `earlier`: the backup is an earlier state of these records. `apart`: both went on separately. */
      readonly backupIs: 'same' | 'earlier' | 'later' | 'apart'
      /** What would be gone from the screen, though not from the disk: the replaced file is kept. */
      readonly lacking: {
        readonly cases: readonly string[]
        readonly meetings: readonly IsoDate[]
        readonly agencies: readonly string[]
        readonly referrals: number
        readonly actions: number
        readonly changedActions: number
        readonly notes: number
      }
    }

export type Rehearsal = {
  readonly name: string
  readonly madeAt: IsoInstant
  readonly backup: HeldRecords
  /** Where the log of the backup breaks off, or null where it holds. */
  readonly firstBrokenEntry: number | null
  readonly present: PresentRecords
}

/** What could be read from a damaged store, table by table. */
export type Salvage = {
  readonly holds: HeldRecords
  readonly saved: number
  /** Rows that are known to be lost; there may have been more that left no trace. */
  readonly lost: number
  /** Rows that were read, but belonged to one that is lost. */
  readonly dropped: number
  readonly tables: readonly { readonly table: string; readonly saved: number; readonly lost: number; readonly dropped: number }[]
}

/**
 * Puts back a backup, or what can be saved of a damaged store; at the lock as well as within. Everything is done on a copy first; nothing is
 * replaced before `commit`, which keeps what was there.
 */
export const restoreOperations = {
  found: door(z.undefined()).returns<FoundBackups>(),
  /** Opens a backup that lies beside the store. */
  choose: door(z.strictObject({ name: z.string().max(255) })).returns<ChosenBackup>(),
  /** Opens a backup that the person picks in a dialog. Refused as `cancelled` when she thinks better of it. */
  browse: door(z.undefined()).returns<ChosenBackup>(),
  /** Opens the chosen backup on a scratch copy, checks all of it, and says what would change. */
  rehearse: door(z.strictObject({ secret: Secret })).returns<Rehearsal>(),
  /** Reads what can be read of the damaged store into a new one. Nothing is replaced yet. */
  salvage: door(z.strictObject({ secret: Secret })).returns<Salvage>(),
  /** Replaces the records by what was prepared, keeps what was there beside it, and locks. */
  commit: door(z.undefined()).returns<null>(),
  giveUp: door(z.undefined()).returns<null>(),
}
