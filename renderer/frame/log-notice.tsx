import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../api.ts'
import { breakWords } from '../i18n/log-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './damage-notice.module.css'

const askEveryMs = 10_000

/** Stands on every page once the log has been found to be broken, with where that begins. */
export function LogNotice() {
  const t = useT()
  const format = useFormat()
  const standing = useApiQuery('audit.standing', undefined, { keepsPrevious: true, refetchEveryMs: askEveryMs }).data
  if (standing?.kind !== 'broken') return null
  return (
    <p role="alert" className={classes.notice}>
      <span aria-hidden>▲ </span>
      {t('audit.broken.title')}. {breakWords(standing, t, format)} <Link to="/settings/log">{t('audit.broken.show')}</Link>
    </p>
  )
}
