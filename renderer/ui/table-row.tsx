import { memo, type ReactNode } from 'react'
import classes from './data-table.module.css'

type Props = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly tracks: string
  /** What the row shows; a row is drawn anew only when this or its marks change, so that scrolling stays cheap. */
  readonly content: unknown
  readonly columns: unknown
  readonly cells: () => readonly { readonly id: string; readonly align: 'start' | 'end' | undefined; readonly content: ReactNode }[]
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly opens: boolean
}

/** One row of a table, at its place in the long list. */
export const TableRow = memo(
  function TableRow({ id, index, top, tracks, cells, isActive, isChosen, opens }: Props) {
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        data-index={index}
        data-active={isActive || undefined}
        data-opens={opens || undefined}
        className={classes.row}
        style={{ gridTemplateColumns: tracks, transform: `translateY(${top}px)` }}
      >
        {cells().map((cell, column) => (
          <div key={cell.id} role="gridcell" aria-colindex={column + 1} className={classes.cell} data-align={cell.align}>
            {cell.content}
          </div>
        ))}
      </div>
    )
  },
  (before, after) =>
    before.content === after.content &&
    before.columns === after.columns &&
    before.index === after.index &&
    before.tracks === after.tracks &&
    before.isActive === after.isActive &&
    before.isChosen === after.isChosen &&
    before.opens === after.opens,
)
