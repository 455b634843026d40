import type { ImportReview, ReviewedRow } from '#contract'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useImperativeHandle, useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import classes from './imports.module.css'

export type RowListHandle = {
  /**
   * Brings a row into sight and puts the focus on what it wants: its first field or choice, else the row itself. `drawn`: at once where the row is in
   * sight, `changed`: once it has been drawn anew.
   */
  readonly focus: (index: number, as: 'drawn' | 'changed') => void
  /** Puts the focus back on a row whose focused field has gone. */
  readonly keepFocus: (number: number) => void
}

type Props = {
  readonly review: ImportReview
  readonly rows: readonly ReviewedRow[]
  readonly handle: RefObject<RowListHandle | null>
  readonly children: (row: ReviewedRow) => ReactNode
}

const closedHeight = 41
const openHeight = 150

function elementOf(number: number): HTMLElement | null {
  return document.getElementById(`import-row-${number}`)
}

function focusOnWanted(row: HTMLElement | null): void {
  const wanted = row?.querySelector<HTMLElement>('[data-wants] input, [data-wants] button, [data-wants] select') ?? row
  wanted?.focus()
  // So that typing replaces what is wrong; an arrow key keeps it.
  if (wanted instanceof HTMLInputElement) wanted.select()
}

/** The place of the row that has the focus; -1 where none does. */
function focusedIndex(): number {
  return Number(document.activeElement?.closest<HTMLElement>('li[data-index]')?.dataset['index'] ?? -1)
}

/** The rows under review, of which only those in sight are drawn; the one that has the focus always is. */
export function RowList({ review, rows, handle, children }: Props) {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.verdict === 'refused' ? openHeight : closedHeight),
    getItemKey: (index) => rows[index]?.number ?? index,
    overscan: 6,
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      const kept = focusedIndex()
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].toSorted((a, b) => a - b)
    },
  })

  useImperativeHandle(handle, () => ({
    focus: (index, as) => {
      const row = rows[index]
      if (row === undefined) return
      virtualizer.scrollToIndex(index, { align: 'auto' })
      const drawn = elementOf(row.number)
      if (as === 'drawn' && drawn !== null) {
        focusOnWanted(drawn)
        return
      }
      const before = document.activeElement
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          // Somebody was faster, and may be typing by now.
          const now = document.activeElement
          if (now !== before && now !== document.body && now !== null) return
          focusOnWanted(elementOf(row.number))
        }),
      )
    },
    keepFocus: (number) => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body || document.activeElement === null) elementOf(number)?.focus()
      })
    },
  }))

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul aria-label={t('imports.rows')} className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              id={`import-row-${row.number}`}
              data-index={item.index}
              data-kind={review.kind}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              aria-label={t('imports.row.label', { number: row.number, verdict: t(`imports.verdict.${row.verdict}`) })}
              tabIndex={-1}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {children(row)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
