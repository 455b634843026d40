import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../api.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './damage-notice.module.css'

const askEveryMs = 5000

/** Stands on every page once the file of the records has been found to be damaged. */
export function DamageNotice() {
  const t = useT()
  const pages = useApiQuery('integrity.state', undefined, { keepsPrevious: true, refetchEveryMs: askEveryMs }).data?.pages
  if (pages?.kind !== 'damaged') return null
  return (
    <p role="alert" className={classes.notice}>
      <span aria-hidden>▲ </span>
      {t('backups.notice.damaged')} <Link to="/backups">{t('backups.notice.open')}</Link>
    </p>
  )
}
