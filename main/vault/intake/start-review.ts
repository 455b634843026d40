import type { ImportKind } from '#contract'
import { guessAgencyColumns } from '#domain/intake/agency-columns.ts'
import { guessColumns } from '#domain/intake/column-guess.ts'
import { guessDayOrder } from '#domain/intake/day-order.ts'
import type { Region } from '#domain/settings.ts'
import { randomBytes } from 'node:crypto'
import type { ReadSheet, StoredReview } from './stored-review.ts'

const SAMPLE_ROWS = 50
const dateFields = ['receivedOn', 'incidentOn', 'riskAssessedOn', 'victimDateOfBirth', 'perpetratorDateOfBirth'] as const

/** The guess of a file's columns. */
export function guessFor(kind: ImportKind, { header, rows }: ReadSheet) {
  const samples = rows.slice(0, SAMPLE_ROWS).map((row) => row.cells)
  return kind === 'referrals' ? guessColumns(header, samples) : guessAgencyColumns(header, samples)
}

/** A review of a file just read, with everything guessed and nothing decided. */
export function startReview(kind: ImportKind, fileName: string, sheet: ReadSheet, region: Region): StoredReview {
  const mapping: Record<string, number | null> = { ...guessFor(kind, sheet).mapping }
  const dateColumns = dateFields.flatMap((field) => mapping[field] ?? [])
  const dates = sheet.rows.flatMap((row) => dateColumns.map((column) => row.cells[column] ?? ''))
  return {
    token: randomBytes(16).toString('hex'),
    kind,
    fileName,
    sheet,
    choices: {
      mapping,
      kept: [],
      savedMapping: null,
      dayFirst: guessDayOrder(dates, region).order === 'dayFirst',
      createAgencies: false,
      mended: {},
      decisions: {},
      imported: [],
      importedBy: {},
    },
  }
}
