import type { ImportReview, ReviewedRow, RowDuplicate } from '#contract'
import type { RowNote, RowProblem } from '#domain/intake/row-problem.ts'
import type { Choices, StoredReview } from './stored-review.ts'

/** A row as read: by field, with its draft if nothing is wrong with it. */
export type ReadRow<Draft> = {
  readonly number: number
  readonly values: Readonly<Record<string, string>>
  readonly draft: Draft | null
  readonly problems: readonly RowProblem[]
  readonly notes: readonly RowNote[]
}

const MOST_ROWS = 500
const verdictOrder = { refused: 0, duplicate: 1, ready: 2, leftOut: 3 } as const

/** The rows that are not in yet, each by field: the file's cells, overlaid with what was mended. */
export function valuesByRow(review: StoredReview, valuesOf: (cells: readonly string[]) => Readonly<Record<string, string>>) {
  const imported = new Set(review.choices.imported)
  return review.sheet.rows
    .filter((row) => !imported.has(row.number))
    .map((row) => ({ number: row.number, cells: row.cells, values: { ...valuesOf(row.cells), ...review.choices.mended[row.number] } }))
}

/** The headers of the mapped columns, by field. */
export function headersByField(review: StoredReview): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(review.choices.mapping).flatMap(([field, column]) =>
      column === null ? [] : [[field, review.sheet.header[column] ?? '']],
    ),
  )
}

/** A row that only repeats what is there waits for a decision; one of a known pair is a further referral and may go. */
function verdictOf<Draft>(row: ReadRow<Draft>, duplicate: RowDuplicate | null, { decisions }: Choices): ReviewedRow['verdict'] {
  const decision = decisions[row.number]
  if (decision === 'leaveOut') return 'leftOut'
  if (row.draft === null) return 'refused'
  if (duplicate && duplicate.kind !== 'knownPair' && decision === undefined) return 'duplicate'
  return 'ready'
}

export type JudgedRow<Draft> = ReadRow<Draft> & Pick<ReviewedRow, 'verdict' | 'duplicate' | 'decision'>

export function judgeRows<Draft>(
  rows: readonly ReadRow<Draft>[],
  duplicates: ReadonlyMap<number, RowDuplicate>,
  choices: Choices,
): readonly JudgedRow<Draft>[] {
  return rows.map((row) => {
    const duplicate = duplicates.get(row.number) ?? null
    return { ...row, duplicate, decision: choices.decisions[row.number] ?? null, verdict: verdictOf(row, duplicate, choices) }
  })
}

/** What the screen needs of the rows: trouble first, the counts over all. */
export function shownRows<Draft>(rows: readonly JudgedRow<Draft>[]): Pick<ImportReview, 'rows' | 'counts'> {
  const counts = { ready: 0, refused: 0, duplicate: 0, leftOut: 0 }
  for (const row of rows) counts[row.verdict] += 1
  const shown = rows
    .toSorted((a, b) => verdictOrder[a.verdict] - verdictOrder[b.verdict] || a.number - b.number)
    .slice(0, MOST_ROWS)
    .map(({ draft: _draft, ...row }) => row)
  return { rows: shown, counts }
}

/** What the screen needs of the columns: header, samples, and what was guessed. */
export function shownColumns(review: StoredReview): ImportReview['columns'] {
  return review.sheet.header.map((header, index) => ({
    index,
    header,
    samples: review.sheet.rows
      .map((row) => row.cells[index] ?? '')
      .filter((cell) => cell.trim() !== '')
      .slice(0, 3)
      .map((cell) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell)),
  }))
}
