import type { AgencyShare } from '#contract'
import { useT } from '../../i18n/use-t.ts'
import classes from './sharing.module.css'

type Props = {
  readonly actions: AgencyShare['toMove']
  /** The agency was sent a list on which something stands that it must be told nothing more of. */
  readonly isTold: boolean
}

/** Actions that the agency has in cases restricted from it: they are on no list any more, and another agency must take them. */
export function ToMove({ actions, isTold }: Props) {
  const t = useT()
  if (actions.length === 0 && !isTold) return null
  const title = actions.length === 0 ? t('sharing.recall') : t('sharing.toMove', { count: actions.length })
  return (
    <section aria-label={title} className={classes.held}>
      <strong>
        <span aria-hidden>▲ </span>
        {title}
      </strong>
      <ul>
        {actions.map(({ actionReference, caseReference }) => (
          <li key={actionReference}>
            <strong>{actionReference}</strong> · {caseReference}
          </li>
        ))}
      </ul>
      {isTold && actions.length > 0 ? <p>{t('sharing.recall')}</p> : null}
    </section>
  )
}
