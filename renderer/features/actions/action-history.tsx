import type { ActionEvent } from '#domain/action.ts'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type Translate, useT } from '../../i18n/use-t.ts'
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
            <div>{changeWords(event.change, t, format.list)}</div>
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

function changeWords(change: ActionEvent['change'], t: Translate, list: (items: readonly string[]) => string): string {
  switch (change.kind) {
    case 'created':
      return t('actions.history.created', { status: t(`actionStatus.${change.status}`) })
    case 'status':
      return [
        t('actions.history.status', { from: t(`actionStatus.${change.from}`), to: t(`actionStatus.${change.to}`) }),
        ...(change.wentAhead === true ? [t('actions.history.wentAhead')] : []),
      ].join(', ')
    case 'edited':
      return t('actions.history.edited', { fields: list(change.fields.map((field) => t(`actions.field.${field}`))) })
    case 'signedOff':
      return t('actions.history.signedOff', { by: change.by })
    case 'signOffVoid':
      return t('actions.history.signOffVoid')
    case 'comment':
      return t('actions.history.comment')
  }
}
