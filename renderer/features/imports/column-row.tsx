import type { ImportReview, SourceColumn } from '#contract'
import type { UnplacedReason } from '#domain/intake/place-columns.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { importFieldWords } from './field-words.ts'
import classes from './imports.module.css'

type Props = {
  readonly review: ImportReview
  readonly column: SourceColumn
  readonly field: string | null
  readonly reason: UnplacedReason | null
  /** The person chose for this column. */
  readonly isTouched: boolean
  readonly onPlace: (field: string | null) => void
}

/** One column of the file: its heading, its first cells, and where it goes. */
export function ColumnRow({ review, column, field, reason, isTouched, onPlace }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const nameOf = ({ header, index }: SourceColumn) => (header.trim() === '' ? t('imports.column.unnamed', { number: index + 1 }) : header)

  function optionWords(option: ImportReview['fields'][number]): string {
    const words = importFieldWords(option.field, t)
    const from = review.columns.find(({ index }) => index === review.mapping[option.field])
    if (from !== undefined && option.field !== field) return t('imports.column.nowFrom', { field: words, column: nameOf(from) })
    return option.isRequired ? t('imports.column.required', { field: words }) : words
  }

  const state =
    field !== null ? (
      <StatusBadge kind={isTouched ? 'done' : 'plain'} word={t(isTouched ? 'imports.column.chosen' : 'imports.column.guessed')} />
    ) : isTouched ? (
      <StatusBadge kind="plain" word={t('imports.column.leftOut')} />
    ) : (
      <span className={reason === 'empty' ? classes.dim : classes.reason}>{t(`unplaced.${reason ?? 'noField'}`)}</span>
    )
  return (
    <tr>
      <th scope="row">{nameOf(column)}</th>
      <td className={classes.samples}>
        {column.samples.length === 0
          ? t('imports.column.noSamples')
          : areShown
            ? column.samples.map((sample, index) => <div key={index}>{sample}</div>)
            : t('imports.column.samplesHidden')}
      </td>
      <td>
        <div className={classes.place}>
          <NativeSelect
            className={classes.select}
            aria-label={t('imports.column.fieldOf', { column: nameOf(column) })}
            value={field ?? ''}
            data={[
              { value: '', label: t('imports.column.notUsed') },
              ...review.fields.map((option) => ({ value: option.field, label: optionWords(option) })),
            ]}
            onChange={(event) => onPlace(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
          {state}
        </div>
      </td>
    </tr>
  )
}
