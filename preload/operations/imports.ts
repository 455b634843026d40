import type { IsoInstant } from '#domain/dates.ts'
import { ImportId, ImportMappingId } from '#domain/ids.ts'
import type { UnplacedReason } from '#domain/intake/place-columns.ts'
import type { RowNote, RowProblem } from '#domain/intake/row-problem.ts'
import { line } from '#domain/text.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const ImportKind = z.enum(['referrals', 'agencies'])
export type ImportKind = z.infer<typeof ImportKind>

/** One column of the person's file, with samples to recognise it by. */
export type SourceColumn = { readonly index: number; readonly header: string; readonly samples: readonly string[] }

/** Which column (or none) feeds each of our fields. */
export const ColumnMapping = z.record(z.string().max(40), z.int().min(0).max(999).nullable())
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** Columns that are kept in a note. */
const KeptColumns = z.array(z.int().min(0).max(999)).max(1000).default([])

export const RowVerdict = z.enum(['ready', 'refused', 'duplicate', 'leftOut'])
export type RowVerdict = z.infer<typeof RowVerdict>

/** What the person says of a row: import it as it is (a pair that only looks alike becomes a case of its own), as a further referral of the case it looks like, or not. */
export const RowDecision = z.enum(['take', 'joinCase', 'leaveOut'])
export type RowDecision = z.infer<typeof RowDecision>

/** Why a row looks like one that is there. */
export type RowDuplicate =
  /** The very same referral: leaving it out is right. */
  | { readonly kind: 'sameReferral'; readonly withRow: number | null; readonly caseReference: string | null }
  /** The same two people: taken as a further referral of that case. */
  | { readonly kind: 'knownPair'; readonly withRow: number | null; readonly caseReference: string | null }
  /** Two people who may be the same: the coordinator decides. */
  | { readonly kind: 'similarPair'; readonly withRow: number | null; readonly caseReference: string | null }

export type ReviewedRow = {
  /** As the person's spreadsheet numbers it: the header is row 1 or below. */
  readonly number: number
  /** The row's cells by field, after the mapping and after mending. */
  readonly values: Readonly<Record<string, string>>
  readonly verdict: RowVerdict
  readonly problems: readonly RowProblem[]
  readonly notes: readonly RowNote[]
  readonly duplicate: RowDuplicate | null
  /** What was decided of it, if anything. */
  readonly decision: RowDecision | null
}

/** A file being imported. What was mapped, mended and decided is kept in the store until it is imported or given up. */
export type ImportReview = {
  readonly token: string
  readonly kind: ImportKind
  readonly fileName: string
  /** Which sheet of the workbook was read, and all that it has; null where there is no other. */
  readonly sheet: { readonly name: string; readonly all: readonly string[] } | null
  readonly columns: readonly SourceColumn[]
  readonly fields: readonly { readonly field: string; readonly isRequired: boolean }[]
  readonly mapping: ColumnMapping
  /** Columns that feed no field and are kept, cell by cell, in a note of each case. */
  readonly kept: readonly number[]
  /** The saved mapping that fits the file and was taken for it. */
  readonly savedMapping: { readonly id: ImportMappingId; readonly name: string } | null
  /** Columns that feed no field, each with the reason. */
  readonly unplaced: readonly { readonly index: number; readonly reason: UnplacedReason }[]
  /** Fields that must have a column and have none: nothing can be imported yet. */
  readonly missingFields: readonly string[]
  readonly dayFirst: boolean
  readonly createAgencies: boolean
  /** Agencies named in the file that the team does not have; made on import when `createAgencies` is on. */
  readonly unknownAgencies: readonly string[]
  /** Trouble first: refused, then duplicates, then the rest; at most 500 of them. */
  readonly rows: readonly ReviewedRow[]
  readonly counts: Readonly<Record<RowVerdict, number>>
}

export type PastImport = {
  readonly id: ImportId
  readonly kind: ImportKind
  readonly at: IsoInstant
  readonly rowCount: number
  readonly undoneAt: IsoInstant | null
  /** Undone, so many of its referrals or agencies stayed: they had been changed or built on. */
  readonly stays: number
}

/** A mapping of columns saved under a name, for files with the same headings. Nothing of any row is kept with it. */
export type SavedMapping = {
  readonly id: ImportMappingId
  readonly kind: ImportKind
  readonly name: string
  /** How many columns it places, those kept in a note among them. */
  readonly columnCount: number
  readonly dayFirst: boolean
  /** The sheet of the workbook; empty for other files. */
  readonly sheet: string
  readonly savedAt: IsoInstant
}

const onReview = { token: z.string().max(64) }

export const importOperations = {
  /** Reads a CSV or XLSX file of at most 50 MB and guesses its columns; of a workbook the named sheet, or the first that has a table. Nothing is imported yet. */
  read: command(
    z.strictObject({
      kind: ImportKind,
      fileName: z.string().max(255),
      bytes: z.instanceof(Uint8Array),
      sheet: z.string().max(255).optional(),
    }),
  ).returns<ImportReview>(),
  /** The review that was left unfinished, if there is one: after a lock, a crash, or a visit to another page. */
  pending: query(z.strictObject({ kind: ImportKind })).returns<ImportReview | null>(),
  remap: command(
    z.strictObject({ ...onReview, mapping: ColumnMapping, kept: KeptColumns, dayFirst: z.boolean(), createAgencies: z.boolean() }),
  ).returns<ImportReview>(),
  /** Replaces values of one row, by field. */
  mendRow: command(
    z.strictObject({ ...onReview, row: z.int(), values: z.record(z.string().max(40), z.string().max(32_767)) }),
  ).returns<ImportReview>(),
  /** Decides on one row; asked for where it looks like one that is there. */
  decideRow: command(z.strictObject({ ...onReview, row: z.int(), decision: RowDecision })).returns<ImportReview>(),
  /** Imports every ready row, all in one transaction. The refused rows stay in the review and are offered again. */
  commit: command(z.strictObject(onReview)).returns<{ readonly importId: ImportId; readonly imported: number; readonly left: number }>(),
  giveUp: command(z.strictObject(onReview)).returns<null>(),
  history: query(z.undefined()).returns<readonly PastImport[]>(),
  /**
   * Takes back everything that an import made, as it left it. Refused, naming what, where something of it was changed or built on since; with
   * `keepsChanged` that stays, whole, and the rest goes.
   */
  undo: command(z.strictObject({ id: ImportId, keepsChanged: z.boolean().default(false) })).returns<{
    readonly removed: number
    readonly stays: readonly string[]
  }>(),
  mappings: query(z.undefined()).returns<readonly SavedMapping[]>(),
  /** Saves which column goes where for files with these headings; one that was saved for the same headings is replaced. */
  saveMapping: command(
    z.strictObject({
      kind: ImportKind,
      name: line(80),
      headings: z.array(z.string().max(32_767)).max(1000),
      mapping: ColumnMapping,
      kept: KeptColumns,
      dayFirst: z.boolean(),
      sheet: z.string().max(255).default(''),
    }),
  ).returns<ImportMappingId>(),
  renameMapping: command(z.strictObject({ id: ImportMappingId, name: line(80) })).returns<null>(),
  removeMapping: command(z.strictObject({ id: ImportMappingId })).returns<null>(),
}
