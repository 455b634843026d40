import type { LegalHold } from '#domain/closing.ts'
import { IsoDate } from '#domain/dates.ts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import classes from './retention.module.css'

/** The cases that are kept whatever the schedule says, each with its reason; placed and lifted on the page of the case. */
export function HoldsTab({ holds }: { readonly holds: readonly LegalHold[] }) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  if (holds.length === 0) return <p className={classes.dim}>{t('retention.holds.none')}</p>
  return (
    <ul className={classes.list} aria-label={t('retention.holds.table')}>
      {holds.map((hold) => (
        <li key={hold.id} className={classes.hold}>
          <Link to="/cases/$caseId" params={{ caseId: hold.caseId }}>
            {hold.reference}
          </Link>
          <span>{areShown ? hold.reason : t('case.detailHidden')}</span>
          <span className={classes.dim}>
            {t('retention.holds.since', { date: format.date(IsoDate.parse(hold.placedAt.slice(0, 10))), by: hold.placedBy })}
          </span>
        </li>
      ))}
    </ul>
  )
}
