import { addMonths, type IsoDate } from '#domain/dates.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import classes from './risk.module.css'

type Props = {
  readonly completedOn: IsoDate
  readonly calendar: readonly { readonly on: IsoDate | null; readonly severity: number | null }[]
}

/** The thirteen months that a year back from a day touches, each with how many days are marked and how grave the gravest is. */
export function CalendarYear({ completedOn, calendar }: Props) {
  const t = useT()
  const format = useFormat()
  const months = Array.from({ length: 13 }, (_, index) => addMonths(completedOn, index - 12))
  return (
    <ol className={classes.year}>
      {months.map((month) => {
        const marks = calendar.filter(({ on }) => on !== null && on.slice(0, 7) === month.slice(0, 7))
        const gravest = Math.max(0, ...marks.map(({ severity }) => severity ?? 0))
        // "10 Dec 2026" without its day.
        const name = format.date(month).replace(/^\D*\d{1,2}\D*\s/u, '')
        return (
          <li key={month} data-gravest={gravest} aria-label={t('assess.calendar.month', { month: name, count: marks.length, gravest })}>
            <span aria-hidden>{month.slice(5, 7)}</span>
            <strong aria-hidden>{marks.length === 0 ? '·' : gravest}</strong>
          </li>
        )
      })}
    </ol>
  )
}
