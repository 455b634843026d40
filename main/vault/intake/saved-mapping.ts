import { findMappingByHeadings, listMappings, type ReadDb, type StoredMapping } from '#db'
import { ColumnMapping, type ImportKind, type SavedMapping } from '#contract'
import { oneLine } from '#domain/intake/plain-text.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { StoredReview } from './stored-review.ts'

const Placed = z.strictObject({ mapping: ColumnMapping, kept: z.array(z.int()), dayFirst: z.boolean() })
type Placed = z.infer<typeof Placed>

/**
 * A fingerprint of the headings of a file, whatever their case and spaces; not the headings themselves, since what stands in the first row of a file
 * without headings is somebody's data.
 */
export function headingsPrint(headings: readonly string[]): string {
  const plain = headings.map((text) => oneLine(text).toLowerCase())
  const last = plain.findLastIndex((text) => text !== '')
  return createHash('sha256')
    .update(JSON.stringify(plain.slice(0, last + 1)))
    .digest('hex')
}

export function placedText(placed: Placed): string {
  return JSON.stringify(placed)
}

export function placedOf({ choices }: StoredMapping): Placed {
  return Placed.parse(JSON.parse(choices))
}

/** The mapping that was saved for files with the headings of this one. */
export function mappingFor(db: ReadDb, kind: ImportKind, headings: readonly string[]): StoredMapping | undefined {
  return findMappingByHeadings(db, kind, headingsPrint(headings))
}

/** A review with the saved mapping that fits its file, or as it was guessed. */
export function withSavedMapping(db: ReadDb, review: StoredReview): StoredReview {
  const saved = mappingFor(db, review.kind, review.sheet.header)
  return saved ? { ...review, choices: { ...review.choices, ...placedOf(saved), savedMapping: saved.id } } : review
}

/** The sheet of a workbook for which a mapping was saved, where another one was read first. */
export function sheetOfSaved(db: ReadDb, kind: ImportKind, names: readonly string[], read: string): string | null {
  return listMappings(db).find((saved) => saved.kind === kind && saved.sheet !== read && names.includes(saved.sheet))?.sheet ?? null
}

export function shownMapping(stored: StoredMapping): SavedMapping {
  const { id, kind, name, sheet, savedAt } = stored
  const { mapping, kept, dayFirst } = placedOf(stored)
  return {
    id,
    kind,
    name,
    sheet,
    savedAt,
    dayFirst,
    columnCount: Object.values(mapping).filter((column) => column !== null).length + kept.length,
  }
}
