import type { ImportReview } from '#contract'
import { Checkbox, Radio } from '@mantine/core'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { dateExample } from './date-example.ts'
import classes from './imports.module.css'
import type { ReviewActions } from './use-import-review.ts'

const mostNames = 8

type Props = { readonly review: ImportReview; readonly actions: ReviewActions }

/** Which number of a date is the day, for the whole file, with a date of the file to see it by. */
export function DayOrderChoice({ review, actions }: Props) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  if (review.kind === 'agencies') return null
  const example = areShown ? dateExample(review) : null
  return (
    <fieldset className={classes.choice}>
      <legend>{t('imports.dayOrder')}</legend>
      {(['dayFirst', 'monthFirst'] as const).map((order) => (
        <Radio
          key={order}
          name="day-order"
          label={t(`imports.dayOrder.${order}`)}
          description={
            example === null ? undefined : t('imports.dayOrder.example', { cell: example.cell, date: format.date(example[order]) })
          }
          checked={review.dayFirst === (order === 'dayFirst')}
          onChange={() => void actions.remap({ dayFirst: order === 'dayFirst' })}
        />
      ))}
    </fieldset>
  )
}

/** Whether agencies that the team does not have are added; nothing where the file names none. */
export function NewAgencies({ review, actions }: Props) {
  const t = useT()
  const format = useFormat()
  const names = review.unknownAgencies
  if (names.length === 0) return null
  const rest = names.length - mostNames
  const listed = rest > 0 ? [...names.slice(0, mostNames), t('imports.createAgencies.rest', { count: rest })] : names
  return (
    <Checkbox
      className={classes.agencies}
      label={t('imports.createAgencies')}
      description={t('imports.createAgencies.hint', { names: format.list(listed) })}
      checked={review.createAgencies}
      onChange={(event) => void actions.remap({ createAgencies: event.currentTarget.checked })}
    />
  )
}
