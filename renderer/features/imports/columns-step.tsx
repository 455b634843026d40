import type { ImportReview } from '#contract'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import notice from '../../ui/refusal-notice.module.css'
import { inNote } from './column-choice.ts'
import { columnOrder, fieldOfColumn, placed } from './column-order.ts'
import { ColumnRow } from './column-row.tsx'
import { missingFieldWords } from './field-words.ts'
import { DayOrderChoice, NewAgencies } from './file-choices.tsx'
import classes from './imports.module.css'
import { MappingName } from './mapping-name.tsx'
import type { ReviewActions } from './use-import-review.ts'

/** The notice of fields that have no column yet. */
export const missingNoticeId = 'missing-columns'

type Props = { readonly review: ImportReview; readonly actions: ReviewActions }

/** Which column of the file goes where: the guess to check, what could not be placed first, with the first cells beside each. */
export function ColumnsStep({ review, actions }: Props) {
  const t = useT()
  const format = useFormat()
  const [order] = useState(() => columnOrder(review))
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set())
  const reasons = new Map(review.unplaced.map(({ index, reason }) => [index, reason]))
  const columns = order.flatMap((index) => review.columns.find((column) => column.index === index) ?? [])
  const unplacedCount = review.unplaced.filter(({ reason }) => reason !== 'empty').length

  function place(column: number, where: string | null): void {
    setTouched(new Set([...touched, column]))
    const others = review.kept.filter((each) => each !== column)
    const isKept = where === inNote
    void actions.remap({
      mapping: placed(review.mapping, column, isKept ? null : where),
      kept: isKept ? [...others, column].toSorted((a, b) => a - b) : others,
    })
  }

  return (
    <>
      {review.missingFields.length === 0 ? null : (
        <div id={missingNoticeId} role="alert" tabIndex={-1} className={notice.notice}>
          <span aria-hidden className={notice.mark}>
            !
          </span>
          <p>
            {t('refusal.columnsMissing', {
              count: review.missingFields.length,
              columns: format.list(review.missingFields.map((field) => missingFieldWords(field, t))),
            })}
          </p>
        </div>
      )}
      <div className={classes.choices}>
        <DayOrderChoice review={review} actions={actions} />
        <NewAgencies review={review} actions={actions} />
      </div>
      {review.savedMapping === null ? null : <p role="status">{t('imports.mapping.taken', { name: review.savedMapping.name })}</p>}
      <p role="status">{t('imports.columns.unplaced', { count: unplacedCount })}</p>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{t('imports.column.source')}</th>
            <th scope="col">{t('imports.column.samples')}</th>
            <th scope="col">{t('imports.column.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.index}
              review={review}
              column={column}
              field={fieldOfColumn(review.mapping, column.index)}
              isKept={review.kept.includes(column.index)}
              reason={reasons.get(column.index) ?? null}
              isTouched={touched.has(column.index)}
              onPlace={(where) => place(column.index, where)}
            />
          ))}
        </tbody>
      </table>
      <MappingName kind={review.kind} placing={review} knownAs={review.savedMapping?.name ?? ''} />
    </>
  )
}
