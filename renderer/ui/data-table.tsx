import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './data-table.module.css'
import { RefusalNotice } from './refusal-notice.tsx'
import type { RowWindow } from './row-window.ts'
import { type Column, leastWidth, movedRow, nextSorting, type Sorting } from './table-columns.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'

const rowHeight = 32
const headHeight = 32

type Props<Row, Sort extends string> = {
  /** Names the table for a screen reader. */
  readonly label: string
  readonly columns: readonly Column<Row, Sort>[]
  readonly rows: RowWindow<Row>
  readonly rowKey: (row: Row) => string | number
  readonly sorting?: Sorting<Sort>
  readonly onSort?: (sorting: Sorting<Sort>) => void
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void
  /** Any other key on the active row; call `preventDefault` for those obeyed. */
  readonly onRowKey?: (row: Row, event: KeyboardEvent) => void
  /** The row shown elsewhere, in a side panel for example. */
  readonly chosenKey?: string | number | null
  /** Stands in place of the rows where there are none. */
  readonly empty?: ReactNode
}

const features = tableFeatures({})
type Slot<Row> = { readonly index: number; readonly row: Row | undefined }

/**
 * A table for 10 or 100,000 rows: only those in sight are drawn and loaded. Arrows, Home, End and the page keys move the active row, Enter
 * opens it, the headers sort. Give it room: it fills its flex parent and scrolls inside. Keep `columns` the same object between renders.
 */
export function DataTable<Row, Sort extends string = string>(props: Props<Row, Sort>) {
  const { label, columns, rows, rowKey, sorting, onSort, onOpen, onRowKey, chosenKey = null, empty } = props
  const t = useT()
  const format = useFormat()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const activeIndex = Math.min(active, Math.max(0, rows.total - 1))

  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  const { show } = rows
  useEffect(() => show(from, to), [show, from, to])

  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Slot<Row>> => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => drawCell(column, row.original),
      })),
    [columns],
  )
  const data = items.map((item): Slot<Row> => ({ index: item.index, row: rows.at(item.index) }))
  const table = useTable({ features, columns: definitions, data, getRowId: (slot) => String(slot.index) })

  function press(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('button, a, input, select, textarea, label') !== null) return
    const index = Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN)
    const row = rows.at(index)
    if (row === undefined) return
    setActive(index)
    onOpen?.(row)
  }

  function move(event: KeyboardEvent): void {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = movedRow(event.key, activeIndex, rows.total, page)
    if (next !== null) {
      event.preventDefault()
      setActive(next)
      virtualizer.scrollToIndex(next, { align: 'auto' })
      return
    }
    const row = rows.at(activeIndex)
    if (row === undefined) return
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(row)
    } else onRowKey?.(row, event)
  }

  const tracks = columns.map((column) => column.width).join(' ')
  const isEmpty = rows.total === 0 && !rows.isLoading
  return (
    <div className={classes.frame}>
      <RefusalNotice error={rows.error} />
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.total + 1}
        aria-colcount={columns.length}
        aria-busy={rows.isLoading}
        aria-activedescendant={items.some((item) => item.index === activeIndex) ? `${id}-${activeIndex}` : undefined}
        tabIndex={0}
        className={classes.scroller}
        onKeyDown={move}
        onClick={press}
      >
        <div style={{ minWidth: leastWidth(columns) }}>
          <TableHead
            columns={columns}
            sorting={sorting}
            tracks={tracks}
            onSort={(pressed) => sorting && onSort?.(nextSorting(sorting, pressed))}
          />
          <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
            {table.getRowModel().rows.map((tableRow) => {
              const { index, row } = tableRow.original
              return (
                <TableRow
                  key={index}
                  id={`${id}-${index}`}
                  index={index}
                  top={index * rowHeight}
                  tracks={tracks}
                  content={row}
                  columns={columns}
                  cells={() =>
                    tableRow
                      .getAllCells()
                      .map((cell, at) => ({ id: cell.id, align: columns[at]?.align, content: <table.FlexRender cell={cell} /> }))
                  }
                  isActive={index === activeIndex}
                  isChosen={row !== undefined && chosenKey !== null && rowKey(row) === chosenKey}
                  opens={onOpen !== undefined}
                />
              )
            })}
          </div>
        </div>
        {isEmpty ? <div className={classes.empty}>{empty ?? t('ui.nothingFits')}</div> : null}
      </div>
      <p role="status" className={classes.count}>
        {rows.isLoading && rows.total === 0 ? '' : t('ui.rowCount', { count: rows.total, formatted: format.number(rows.total) })}
      </p>
    </div>
  )
}

function drawCell<Row, Sort extends string>(column: Column<Row, Sort>, slot: Slot<Row>): ReactNode {
  return slot.row === undefined ? <span aria-hidden className={classes.skeleton} /> : column.cell(slot.row)
}
