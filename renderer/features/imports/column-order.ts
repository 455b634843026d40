import type { ColumnMapping, ImportReview } from '#contract'

/** The columns as they are shown: those that could not be placed first, the empty ones last. */
export function columnOrder({ columns, unplaced }: ImportReview): readonly number[] {
  const reasons = new Map(unplaced.map(({ index, reason }) => [index, reason]))
  const rank = (index: number) => {
    const reason = reasons.get(index)
    return reason === undefined ? 1 : reason === 'empty' ? 2 : 0
  }
  return columns.map(({ index }) => index).toSorted((a, b) => rank(a) - rank(b) || a - b)
}

/** The field that a column feeds, or null. */
export function fieldOfColumn(mapping: ColumnMapping, column: number): string | null {
  return Object.entries(mapping).find(([, fed]) => fed === column)?.[0] ?? null
}

/** The mapping after a column was given to a field, or to none: a field has one column, a column feeds one field. */
export function placed(mapping: ColumnMapping, column: number, field: string | null): ColumnMapping {
  const without = Object.fromEntries(Object.entries(mapping).map(([each, fed]) => [each, fed === column ? null : fed]))
  return field === null ? without : { ...without, [field]: column }
}
