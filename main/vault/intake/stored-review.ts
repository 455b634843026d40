import { deleteReview, findReview, findReviewByToken, type ReadDb, saveReview, saveReviewChoices, type WriteDb } from '#db'
import { ColumnMapping, type ImportKind, RowDecision } from '#contract'
import type { ImportId } from '#domain/ids.ts'
import { z } from 'zod'

/** What a file held: kept with the choices, so that a lock or a crash in the middle of a review loses neither. */
export type ReadSheet = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
  /** `sheetNames` is missing where a version before them began the review. */
  readonly format: { readonly kind: 'csv' } | { readonly kind: 'xlsx'; readonly sheetName: string; readonly sheetNames?: readonly string[] }
}

const Choices = z.strictObject({
  mapping: ColumnMapping,
  kept: z.array(z.int()).default([]),
  /** The saved mapping that was taken. */
  savedMapping: z.int().nullable().default(null),
  dayFirst: z.boolean(),
  createAgencies: z.boolean(),
  /** Mended values by row number, then by field. */
  mended: z.record(z.string(), z.record(z.string(), z.string())),
  decisions: z.record(z.string(), RowDecision),
  /** Rows that are in already. */
  imported: z.array(z.int()),
  /** Those of them that each import took in, by its id: undone, they are rows to import again. */
  importedBy: z.record(z.string(), z.array(z.int())).default({}),
})
export type Choices = z.infer<typeof Choices>

export type StoredReview = {
  readonly token: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sheet: ReadSheet
  readonly choices: Choices
}

type Row = NonNullable<ReturnType<typeof findReview>>

function reviewOf(row: Row | undefined): StoredReview | null {
  return row
    ? {
        token: row.token,
        kind: row.kind,
        fileName: row.fileName,
        sheet: JSON.parse(row.sheet) as ReadSheet,
        choices: Choices.parse(JSON.parse(row.choices)),
      }
    : null
}

export function loadReview(db: ReadDb, token: string): StoredReview | null {
  return reviewOf(findReviewByToken(db, token))
}

export function loadPendingReview(db: ReadDb, kind: ImportKind): StoredReview | null {
  return reviewOf(findReview(db, kind))
}

/** Keeps a new review; it takes the place of an unfinished one of its kind. */
export function keepReview(db: WriteDb, review: StoredReview): void {
  saveReview(db, { ...review, sheet: JSON.stringify(review.sheet), choices: JSON.stringify(review.choices) })
}

export function keepChoices(db: WriteDb, token: string, choices: Choices): void {
  saveReviewChoices(db, token, JSON.stringify(choices))
}

/** Offers the rows of an undone import again, where the review that they came from is still there. */
export function takeBackRows(db: WriteDb, kind: ImportKind, importId: ImportId): void {
  const review = loadPendingReview(db, kind)
  const rows = new Set(review?.choices.importedBy[importId])
  if (review === null || rows.size === 0) return
  const { [importId]: _undone, ...importedBy } = review.choices.importedBy
  keepChoices(db, review.token, { ...review.choices, imported: review.choices.imported.filter((row) => !rows.has(row)), importedBy })
}

export const dropReview = deleteReview
