import { UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import classes from './data-table.module.css'
import type { Column, Sorting } from './table-columns.ts'

type Props<Row, Sort extends string> = {
  readonly columns: readonly Column<Row, Sort>[]
  readonly sorting: Sorting<Sort> | undefined
  readonly tracks: string
  readonly onSort: (pressed: Sort) => void
}

/** The sticky head of a table; a sortable column's name is a button, and says how it is sorted. */
export function TableHead<Row, Sort extends string>({ columns, sorting, tracks, onSort }: Props<Row, Sort>) {
  const t = useT()
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column, index) => {
          const { sort } = column
          const direction = sort !== undefined && sorting?.sort === sort ? sorting.direction : null
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sort === undefined ? undefined : (direction ?? 'none')}
              className={classes.headCell}
              data-align={column.align}
            >
              {sort === undefined ? (
                column.header
              ) : (
                <UnstyledButton className={classes.sort} title={t('ui.sort', { column: column.header })} onClick={() => onSort(sort)}>
                  {column.header}
                  <span aria-hidden className={classes.arrow}>
                    {direction === null ? '' : direction === 'ascending' ? '▲' : '▼'}
                  </span>
                </UnstyledButton>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
