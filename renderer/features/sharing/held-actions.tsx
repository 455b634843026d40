import type { HeldAction } from '#domain/sharing/action-list.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './sharing.module.css'

/** The agency's actions that do not go out at all, since no advocate has said yet that they may go ahead. */
export function HeldActions({ held }: { readonly held: readonly HeldAction[] }) {
  const t = useT()
  if (held.length === 0) return null
  return (
    <section aria-label={t('sharing.held', { count: held.length })} className={classes.held}>
      <strong>
        <span aria-hidden>▲ </span>
        {t('sharing.held', { count: held.length })}
      </strong>
      <ul>
        {held.map((action) => (
          <li key={action.actionReference}>
            <strong>{action.actionReference}</strong> · {action.caseReference} · {action.outgoing}
          </li>
        ))}
      </ul>
    </section>
  )
}
