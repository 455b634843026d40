import type { ReviewedRow, RowVerdict } from '#contract'

/** The order of the rows on screen: as it was, so that a mended row does not jump away under the hands; new ones at the end. */
export function keptOrder(before: readonly number[], rows: readonly ReviewedRow[]): readonly number[] {
  const there = new Set(rows.map(({ number }) => number))
  const kept = before.filter((number) => there.has(number))
  const known = new Set(kept)
  return [...kept, ...rows.map(({ number }) => number).filter((number) => !known.has(number))]
}

/** The next row after a place that still wants something of the person, going round; null where none does. */
export function nextTrouble(rows: readonly ReviewedRow[], after: number): number | null {
  const wanting = (row: ReviewedRow) => row.verdict === 'refused' || row.verdict === 'duplicate'
  const at = rows.findIndex(({ number }) => number === after)
  const found = rows.findIndex((row, index) => index > at && wanting(row))
  if (found >= 0) return found
  const first = rows.findIndex(wanting)
  return first >= 0 ? first : null
}

/** The verdicts in the order in which they are shown. */
export const verdicts = ['refused', 'duplicate', 'ready', 'leftOut'] as const satisfies readonly RowVerdict[]
