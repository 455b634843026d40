import type { IsoInstant } from '#domain/dates.ts'
import { ImportId } from '#domain/ids.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const ImportKind = z.enum(['referrals', 'agencies'])
export type ImportKind = z.infer<typeof ImportKind>

/** One column of the person's file, with samples to recognise it by. */
export type SourceColumn = { readonly index: number; readonly header: string; readonly samples: readonly string[] }

/** Which column (or none) feeds each of our fields. */
export const ColumnMapping = z.record(z.string().max(40), z.int().min(0).max(999).nullable())
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** One thing wrong with one row; code and params are worded by the screen. */
export type RowProblem = {
  readonly field: string
  readonly column: string | null
  readonly value: string
  readonly code: string
  readonly suggestions: readonly string[]
}

export type ReviewedRow = {
  /** As the person's spreadsheet numbers it: the header is row 1. */
  readonly number: number
  /** The row's cells by field, after the mapping and after mending. */
  readonly values: Readonly<Record<string, string>>
  readonly verdict: 'ready' | 'refused' | 'duplicate' | 'leftOut'
  readonly problems: readonly RowProblem[]
  /** Why the row looks like one already there, and what will happen. */
  readonly duplicate: {
    readonly kind: 'sameReferral' | 'knownPair' | 'similarPair'
    readonly withRow: number | null
    readonly caseReference: string | null
  } | null
}

/** A file being imported; held by the vault until imported, given up, or locked away with everything typed. */
export type ImportReview = {
  readonly token: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly columns: readonly SourceColumn[]
  readonly fields: readonly { readonly field: string; readonly isRequired: boolean }[]
  readonly mapping: ColumnMapping
  /** Columns that feed no field. */
  readonly unplaced: readonly number[]
  readonly dayFirst: boolean
  readonly rows: readonly ReviewedRow[]
  readonly counts: { readonly ready: number; readonly refused: number; readonly duplicate: number; readonly leftOut: number }
  /** Agencies named in the file that the team does not have; made on import when `createAgencies` is on. */
  readonly unknownAgencies: readonly string[]
  readonly createAgencies: boolean
}

export type PastImport = {
  readonly id: ImportId
  readonly kind: ImportKind
  readonly at: IsoInstant
  readonly rowCount: number
  readonly undoneAt: IsoInstant | null
}

const onReview = { token: z.string().max(64) }

export const importOperations = {
  /** Reads a CSV or XLSX file of at most 50 MB and guesses its columns. Nothing is stored. */
  read: command(
    z.strictObject({
      kind: ImportKind,
      fileName: z.string().max(255),
      bytes: z.instanceof(Uint8Array),
    }),
  ).returns<ImportReview>(),
  review: query(z.strictObject(onReview)).returns<ImportReview>(),
  remap: command(z.strictObject({ ...onReview, mapping: ColumnMapping, dayFirst: z.boolean(), createAgencies: z.boolean() })).returns<ImportReview>(),
  /** Replaces values of one row, by field. */
  mendRow: command(z.strictObject({ ...onReview, row: z.int(), values: z.record(z.string().max(40), z.string().max(32_767)) })).returns<ImportReview>(),
  /** Leaves a row out, or takes it (a duplicate as well). */
  decideRow: command(z.strictObject({ ...onReview, row: z.int(), decision: z.enum(['take', 'leaveOut']) })).returns<ImportReview>(),
  /** Imports every ready row, all in one transaction; the refused ones stay in the review. */
  commit: command(z.strictObject(onReview)).returns<{ readonly importId: ImportId; readonly imported: number; readonly left: number }>(),
  giveUp: command(z.strictObject(onReview)).returns<null>(),
  history: query(z.undefined()).returns<readonly PastImport[]>(),
  /** Takes back everything that an import made. Refused, naming what, once something was built on it. */
  undo: command(z.strictObject({ id: ImportId })).returns<{ readonly removed: number }>(),
}
