import type { ActionRow, ActionStatus } from '#domain/action.ts'
import { nextStatuses } from '#domain/action.ts'
import { useRef } from 'react'
import { useApiCommand } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { EarlierAction } from './earlier-action.tsx'
import { focusLine } from './focus-line.ts'
import { statusKeys } from '../../actions/status-keys.ts'
import type { Say } from './use-turns.ts'
import classes from './run.module.css'

type Props = { readonly actions: readonly ActionRow[]; readonly say: Say }

/** What was promised for this case before and is still open; each is settled by one key. */
export function EarlierActions({ actions, say }: Props) {
  const t = useT()
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  const change = useApiCommand('actions.changeStatus')
  if (actions.length === 0) return null

  async function changeTo(action: ActionRow, status: ActionStatus, reason: string, goesAhead: boolean): Promise<string | null> {
    const { id, version } = action
    const changed = await change.mutateAsync({ id, version, status, reason, goesAhead }).catch((refused: unknown) => {
      // Asked in the row itself, not said beside the list: it can be set all the same, with a reason.
      if (!(refused instanceof RefusalError) || refused.refusal.code !== 'actionMustWait') throw refused
      change.reset()
      return refusalWords(refused.refusal, t, format)
    })
    if (typeof changed === 'string') return changed
    const words = t('run.earlier.changed', { reference: action.reference, status: t(`actionStatus.${status}`) })
    if (nextStatuses(status).includes(action.status)) {
      say(words, () =>
        change.mutate({ id: action.id, version: changed.version, status: action.status, reason: t('run.earlier.undoReason') }),
      )
    } else say(words)
    // The row may be gone with its promise settled: the keyboard goes on with the next one, or with the line.
    const next = list.current?.querySelector<HTMLElement>('button')
    if (document.activeElement !== document.body) return null
    if (next) next.focus()
    else focusLine('action')
    return null
  }

  return (
    <section className={classes.earlier} aria-labelledby="earlier">
      <h3 id="earlier">{t('run.earlier', { count: actions.length })}</h3>
      <RefusalNotice error={change.error} />
      <ul ref={list}>
        {actions.map((action, index) => (
          <EarlierAction
            key={action.id}
            action={action}
            isFirst={index === 0}
            onChange={(status, reason, goesAhead) => changeTo(action, status, reason, goesAhead)}
          />
        ))}
      </ul>
      <p className={classes.statusKeys}>
        {statusKeys.map(({ key, status }) => (
          <span key={key}>
            <Kbd keys={key} /> {t(`actionStatus.${status}`)}
          </span>
        ))}
      </p>
    </section>
  )
}
