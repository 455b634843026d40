import { earlyReviewReasons } from '#domain/record/risk-dates.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import classes from './chain.module.css'
import { lastDiscussedOn } from './last-discussed.ts'

/** Why the case should be reviewed before its turn: what has happened since the last meeting, what is to come. */
export function ReviewReasons({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const reasons = earlyReviewReasons(record.entries, today(), lastDiscussedOn(detail))
  if (reasons.length === 0) return <p className={classes.dim}>{t('chain.review.none')}</p>
  return (
    <ul className={classes.lines}>
      {reasons.map(({ entryId, kind, on, days }) => {
        const what = t(`riskDate.${kind}`)
        const when = format.daysFromToday(days)
        return (
          <li key={`${entryId}-${kind}-${on}`} className={classes.line}>
            <StatusBadge
              kind={days < 0 ? 'overdue' : 'soon'}
              word={days < 0 ? t('chain.review.past', { what, when }) : t('chain.review.ahead', { what, day: format.day(on), when })}
            />
          </li>
        )
      })}
    </ul>
  )
}
