import type { HeldRecords } from '#contract'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './restore.module.css'

const counted = ['cases', 'referrals', 'meetings', 'actions', 'agencies', 'entries'] as const

type Props = { readonly backup: HeldRecords; readonly present: HeldRecords | null }

/** What two sets of records hold, side by side. */
export function CompareTable({ backup, present }: Props) {
  const t = useT()
  const format = useFormat()
  const last = ({ lastAt }: HeldRecords) => (lastAt === null ? t('restore.compare.none') : format.instant(lastAt))
  return (
    <table className={classes.table} aria-label={t('restore.compare.table')}>
      <thead>
        <tr>
          <th scope="col">{t('restore.compare.what')}</th>
          <th scope="col">{t('restore.compare.backup')}</th>
          {present === null ? null : <th scope="col">{t('restore.compare.present')}</th>}
        </tr>
      </thead>
      <tbody>
        {counted.map((what) => (
          <tr key={what}>
            <th scope="row">{t(`restore.compare.${what}`)}</th>
            <td>{format.number(backup[what])}</td>
            {present === null ? null : <td>{format.number(present[what])}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('restore.compare.lastAt')}</th>
          <td>{last(backup)}</td>
          {present === null ? null : <td>{last(present)}</td>}
        </tr>
      </tbody>
    </table>
  )
}
