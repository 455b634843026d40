import type { ImportReview, ReviewedRow, RowDecision, RowVerdict } from '#contract'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { NewAgencies } from './file-choices.tsx'
import { ImportRow } from './import-row.tsx'
import classes from './imports.module.css'
import { RowList, type RowListHandle } from './row-list.tsx'
import { keptOrder, nextTrouble, verdicts } from './row-order.ts'
import type { ReviewActions } from './use-import-review.ts'

type Props = { readonly review: ImportReview; readonly actions: ReviewActions }

/** Every row of the file, those with trouble on top, mended and decided on the spot. */
export function RowsStep({ review, actions }: Props) {
  const t = useT()
  const format = useFormat()
  const list = useRef<RowListHandle>(null)
  const [order, setOrder] = useState(() => review.rows.map(({ number }) => number))
  const [only, setOnly] = useState<RowVerdict | null>(null)
  /** Rows changed since the filter was set: they stay in sight, whatever they have become. */
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState(0)

  const shownOf = (rows: readonly ReviewedRow[]) => {
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    return keptOrder(order, rows).flatMap((number) => {
      const row = byNumber.get(number)
      return row !== undefined && (only === null || row.verdict === only || changed.has(number)) ? [row] : []
    })
  }
  const rows = shownOf(review.rows)
  // The button that led here has become the one that imports: Enter once more must not.
  useEffect(() => list.current?.focus(0, 'drawn'), [])
  const total = verdicts.reduce((sum, verdict) => sum + review.counts[verdict], 0)

  function filter(verdict: RowVerdict): void {
    setOnly(only === verdict ? null : verdict)
    setChanged(new Set())
    setOrder(review.rows.map(({ number }) => number))
  }

  function goOn(from: number, now: readonly ReviewedRow[], as: 'drawn' | 'changed'): void {
    const next = nextTrouble(shownOf(now), from)
    if (next === null) list.current?.keepFocus(from)
    else list.current?.focus(next, as)
  }

  /** After a change: on to what the row still wants, else (by Enter) to the next row that wants something. */
  function changedRow(number: number, now: ImportReview | null, isByEnter: boolean): void {
    setChanged(new Set([...changed, number]))
    setCurrent(number)
    if (now === null) return
    const shown = shownOf(now.rows)
    const at = shown.findIndex((row) => row.number === number)
    const row = shown[at]
    if (isByEnter && row !== undefined && row.verdict === 'refused') list.current?.focus(at, 'changed')
    else if (isByEnter) goOn(number, now.rows, 'changed')
    else list.current?.keepFocus(number)
  }

  async function mend(number: number, values: Readonly<Record<string, string>>, isByEnter: boolean): Promise<void> {
    changedRow(number, await actions.mend(number, values), isByEnter)
  }

  async function decide(number: number, decision: RowDecision): Promise<void> {
    changedRow(number, await actions.decide(number, decision), true)
  }

  useScreenKeys([{ keys: 'F6', label: t('imports.key.next'), run: () => goOn(current, review.rows, 'drawn') }])

  return (
    <>
      <NewAgencies review={review} actions={actions} />
      <div className={classes.bar}>
        <FilterChips
          chips={verdicts.map((verdict) => ({
            key: verdict,
            label: t('imports.chip', { verdict: t(`imports.verdict.${verdict}`), count: format.number(review.counts[verdict]) }),
            isOn: only === verdict,
            onToggle: () => filter(verdict),
          }))}
        />
        <p role="status" className={classes.hidden}>
          {t('imports.counts', review.counts)}
        </p>
        {total > review.rows.length ? (
          <p className={classes.dim}>{t('imports.rows.first', { shown: review.rows.length, total: format.number(total) })}</p>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p>{t(total === 0 ? 'imports.rows.allDone' : 'imports.rows.none')}</p>
      ) : (
        <RowList review={review} rows={rows} handle={list}>
          {(row) => (
            <ImportRow
              review={review}
              row={row}
              onMend={(values, isByEnter) => void mend(row.number, values, isByEnter)}
              onDecide={(decision) => void decide(row.number, decision)}
              onAddAgencies={() => void actions.remap({ createAgencies: true })}
            />
          )}
        </RowList>
      )}
    </>
  )
}
