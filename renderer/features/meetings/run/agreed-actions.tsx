import type { ActionRow } from '#domain/action.ts'
import type { ActionId } from '#domain/ids.ts'
import type { ListingDetail } from '#domain/meeting.ts'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { AnsweredNeeds } from './answered-needs.tsx'
import classes from './run.module.css'
import { useSaid } from './said.ts'
import { useLastInView } from './use-last-in-view.ts'

type Props = {
  readonly actions: readonly ActionRow[]
  readonly needs: ListingDetail['needs']
  readonly changing: ActionId | null
  readonly onChange: (action: ActionRow) => void
}

/** What has been agreed in this case now; each can be put right in the line, and said to answer a need. */
export function AgreedActions({ actions, needs, changing, onChange }: Props) {
  const t = useT()
  const format = useFormat()
  const said = useSaid()
  const count = actions.length
  const list = useLastInView<HTMLUListElement>(count)
  return (
    <section className={classes.agreed} aria-labelledby="agreed">
      <h3 id="agreed">{t('run.agreed', { count })}</h3>
      {count === 0 ? <p className={classes.quiet}>{t('run.agreed.none')}</p> : null}
      <ul ref={list}>
        {actions.map((action) => (
          <li key={action.id}>
            <UnstyledButton
              className={classes.agreedItem}
              aria-current={action.id === changing ? true : undefined}
              title={t('run.action.change')}
              onClick={() => onChange(action)}
            >
              <strong>{action.agencyName}</strong>
              <span>{said(action.description)}</span>
              <span className={classes.agreedFoot}>
                <span className={classes.quiet}>{format.day(action.dueOn)}</span>
                {action.isSafetyAction ? <StatusBadge kind="new" word={t('run.safety')} /> : null}
                <span className={classes.spoken}>{t('run.action.change')}</span>
              </span>
            </UnstyledButton>
            <AnsweredNeeds action={action} needs={needs} />
          </li>
        ))}
      </ul>
    </section>
  )
}
