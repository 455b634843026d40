import { useT } from '../i18n/use-t.ts'
import classes from './restricted-mark.module.css'

/** Stands in the place of the names of a case that concerns somebody of the team (domain.md R6). */
export function RestrictedMark() {
  const t = useT()
  return <span className={classes.mark}>{t('restriction.mark')}</span>
}
