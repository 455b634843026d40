import { useApiQuery } from '../../api.ts'
import { actionEventWords } from '../../i18n/action-event-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './actions.module.css'

/** Everything that happened to an action, the latest first: what, when, who, from where and why. */
export function ActionHistory({ actionId }: { readonly actionId: number }) {
  const t = useT()
  const format = useFormat()
  const history = useApiQuery('actions.history', { id: actionId })
  return (
    <section aria-label={t('actions.history')} className={classes.section}>
      <h3>{t('actions.history')}</h3>
      <RefusalNotice error={history.error} />
      <ol className={classes.history}>
        {(history.data ?? []).toReversed().map((event, index) => (
          <li key={`${event.at} ${String(index)}`}>
            <div>{actionEventWords(event.change, t, format.list)}</div>
            {event.reason === '' ? null : <blockquote className={classes.why}>{event.reason}</blockquote>}
            <div className={classes.small}>
              {format.instant(event.at)} · {t('actions.history.by', { actor: event.actor, source: t(`actions.source.${event.source}`) })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
