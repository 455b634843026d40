import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './keys.module.css'

/** Which restricted cases somebody new will find; nothing where there are none. */
export function NewcomerWarning({ message }: { readonly message: 'restriction.overview.newcomer' | 'restriction.overview.successor' }) {
  const t = useT()
  const format = useFormat()
  const restricted = useApiQuery('restrictions.list').data ?? []
  if (restricted.length === 0) return null
  return <p className={classes.quiet}>{t(message, { references: format.list(restricted.map(({ reference }) => reference)) })}</p>
}
