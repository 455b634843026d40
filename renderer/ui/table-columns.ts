import type { SortDirection } from '#domain/page.ts'
import type { ReactNode } from 'react'

/** One column, as data. */
export type Column<Row, Sort extends string = string> = {
  readonly id: string
  readonly header: string
  /** What the column sorts by; without it the column is not sortable. */
  readonly sort?: Sort
  /** A CSS grid track: `96px`, `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
}

export type Sorting<Sort extends string = string> = { readonly sort: Sort; readonly direction: SortDirection }

/** The sorting after a press on a column's header: the same column turns round, another one starts ascending. */
export function nextSorting<Sort extends string>(now: Sorting<Sort>, pressed: Sort): Sorting<Sort> {
  if (now.sort !== pressed) return { sort: pressed, direction: 'ascending' }
  return { sort: pressed, direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** Where a key moves the active row of a list, or null where it does not. `page` is the number of rows in sight. */
export function movedRow(key: string, active: number, total: number, page: number): number | null {
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: total - 1, PageDown: active + page, PageUp: active - page }[key]
  return to === undefined || total === 0 ? null : Math.max(0, Math.min(total - 1, to))
}

/** The least width in px at which every column keeps its own least width; a table narrower than that scrolls sideways. */
export function leastWidth(columns: readonly Pick<Column<never>, 'width'>[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 80), 0)
}
