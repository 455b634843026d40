import type { ListingId } from '#domain/ids.ts'
import type { AgendaItem } from '#domain/meeting.ts'
import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import classes from './run.module.css'

type Props = { readonly agenda: readonly AgendaItem[]; readonly currentId: ListingId; readonly onTurn: (id: ListingId) => void }

/** The agenda at the side: what is done, where the meeting is, what is left. */
export function AgendaColumn({ agenda, currentId, onTurn }: Props) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-listing="${currentId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <nav aria-label={t('meetings.tab.agenda')} className={classes.agenda}>
      <ol ref={list}>
        {agenda.map((item, index) => {
          const isCurrent = item.listingId === currentId
          const mark = isCurrent ? '›' : { waiting: '', discussed: '✓', deferred: '◐' }[item.outcome]
          return (
            <li key={item.listingId}>
              <UnstyledButton
                className={classes.agendaItem}
                data-listing={item.listingId}
                aria-current={isCurrent ? 'step' : undefined}
                data-outcome={item.outcome}
                onClick={() => onTurn(item.listingId)}
              >
                <span className={classes.agendaNumber}>{index + 1}</span>
                <span aria-hidden className={classes.agendaMark}>
                  {mark}
                </span>
                <span className={classes.agendaReference}>{item.caseReference}</span>
                {item.outcome === 'waiting' ? null : <span className={classes.spoken}>{t(`listingOutcome.${item.outcome}`)}</span>}
                {item.hasChildren ? <span className={classes.agendaChildren}>{t('meetings.agenda.hasChildren')}</span> : null}
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
