import type { AgendaItem, ListingDetail } from '#domain/meeting.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useScrollStop } from '../../../ui/use-scroll-stop.ts'
import { focusLine } from './focus-line.ts'
import classes from './room.module.css'
import { useSaid } from './said.ts'

type Props = {
  readonly item: AgendaItem
  readonly listing: ListingDetail | null
  readonly seconds: number
  readonly aimMinutes: number
  readonly onClose: () => void
  /** The line, in which the action being agreed is typed. */
  readonly children: ReactNode
}

/** What the room sees on the projector: the reference, the minutes left, the risks, the actions being agreed. Nothing else, ever. */
export function RoomView({ item, listing, seconds, aimMinutes, onClose, children }: Props) {
  const t = useT()
  const said = useSaid()
  const format = useFormat()
  const risks = useScrollStop()
  const actions = useScrollStop()
  const dialog = useRef<HTMLDialogElement>(null)
  const left = Math.ceil((aimMinutes * 60 - seconds) / 60)

  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    focusLine('action')
    return () => current?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={classes.room}
      aria-label={t('run.room')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={classes.head}>
        <h2>{item.caseReference}</h2>
        <p data-over={left <= 0 || undefined}>
          {left > 0 ? t('run.room.left', { minutes: left }) : t('run.room.over', { minutes: 1 - left })}
        </p>
      </header>
      <div className={classes.columns}>
        <section ref={risks} aria-labelledby="room-risks">
          <h3 id="room-risks">{t('run.risks')}</h3>
          <ol>
            {listing?.risks.map((risk) => (
              <li key={risk.id}>{said(risk.text)}</li>
            ))}
          </ol>
        </section>
        <section ref={actions} aria-labelledby="room-actions">
          <h3 id="room-actions">{t('run.room.actions')}</h3>
          <ul>
            {listing?.actions.map((action) => (
              <li key={action.id}>
                <strong>{action.agencyName}</strong> {said(action.description)}{' '}
                <span className={classes.day}>{format.day(action.dueOn)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className={classes.line}>{children}</div>
    </dialog>
  )
}
