import type { ImportReview, SourceColumn } from '#contract'
import type { UnplacedReason } from '#domain/intake/place-columns.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { columnChoices, columnName, inNote } from './column-choice.ts'
import classes from './imports.module.css'

type Props = {
  readonly review: ImportReview
  readonly column: SourceColumn
  readonly field: string | null
  /** Its cells go into a note of each case. */
  readonly isKept: boolean
  readonly reason: UnplacedReason | null
  /** The person chose for this column. */
  readonly isTouched: boolean
  /** To a field, to a note (`inNote`) or nowhere. */
  readonly onPlace: (place: string | null) => void
}

/** One column of the file: its heading, its first cells, and where it goes. */
export function ColumnRow({ review, column, field, isKept, reason, isTouched, onPlace }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const name = columnName(column, t)

  const state =
    field !== null ? (
      <StatusBadge kind={isTouched ? 'done' : 'plain'} word={t(isTouched ? 'imports.column.chosen' : 'imports.column.guessed')} />
    ) : isKept ? (
      <StatusBadge kind={isTouched ? 'done' : 'plain'} word={t('imports.column.kept')} />
    ) : isTouched ? (
      <StatusBadge kind="plain" word={t('imports.column.leftOut')} />
    ) : (
      <span className={reason === 'empty' ? classes.dim : classes.reason}>{t(`unplaced.${reason ?? 'noField'}`)}</span>
    )
  return (
    <tr>
      <th scope="row">{name}</th>
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
            aria-label={t('imports.column.fieldOf', { column: name })}
            value={field ?? (isKept ? inNote : '')}
            data={columnChoices(review, field, t).map((choice) => ('group' in choice ? { ...choice, items: [...choice.items] } : choice))}
            onChange={(event) => onPlace(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
          {state}
        </div>
      </td>
    </tr>
  )
}
