import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../api.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './access-notice.module.css'

/** What somebody should know who did not come in as a coordinator by her passphrase. */
export function AccessNotice() {
  const t = useT()
  const me = useApiQuery('keys.me').data
  if (me?.openedWith === 'recovery') {
    return (
      <p className={classes.notice}>
        {t('access.recovery')} <Link to="/settings/keys">{t('access.recovery.do')}</Link>
      </p>
    )
  }
  return me?.role === 'readOnly' ? <p className={classes.notice}>{t('access.readOnly')}</p> : null
}
