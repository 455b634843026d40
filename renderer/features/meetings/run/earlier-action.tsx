import { type ActionRow, type ActionStatus, isOverdue, needsReason, nextStatuses } from '#domain/action.ts'
import { Button, Menu, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import { useSaid } from './said.ts'
import { statusKeys } from '../../actions/status-keys.ts'
import classes from './run.module.css'

type Props = {
  readonly action: ActionRow
  readonly isFirst: boolean
  /** Sets the status; gives the words of what the action waits for, where it is not set for that. `goesAhead`: it is set all the same. */
  readonly onChange: (status: ActionStatus, reason: string, goesAhead: boolean) => Promise<string | null>
}

/** A status that waits for its reason; `waits` says why the action is to wait, where it is set all the same. */
type Asked = { readonly status: ActionStatus; readonly waits: string | null }

/** One open promise; the reason is asked in place where the change needs one. */
export function EarlierAction({ action, isFirst, onChange }: Props) {
  const t = useT()
  const format = useFormat()
  const said = useSaid()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [reason, setReason] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const next = nextStatuses(action.status)

  function choose(status: ActionStatus): void {
    if (needsReason(action.status, status)) setAsked({ status, waits: null })
    else change({ status, waits: null }, '')
  }

  function change({ status, waits }: Asked, because: string): void {
    onChange(status, because, waits !== null)
      .then((refused) => setAsked(refused === null ? null : { status, waits: refused }))
      .catch(() => undefined)
  }

  function leave(): void {
    setAsked(null)
    button.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = statusKeys.find(({ key }) => key === event.key.toLowerCase())
    if (wanted === undefined || !next.includes(wanted.status)) return
    event.preventDefault()
    choose(wanted.status)
  }

  const question =
    asked === null
      ? ''
      : t(asked.waits === null ? 'run.earlier.reason' : 'run.earlier.goAhead', { status: t(`actionStatus.${asked.status}`) })
  return (
    <li>
      <div className={classes.earlierRow}>
        <span className={classes.earlierWords}>
          <strong>{action.agencyName}</strong> {said(action.description)}
        </span>
        {isOverdue(action, today()) ? (
          <StatusBadge kind="overdue" word={t('run.earlier.overdue', { date: format.date(action.dueOn) })} />
        ) : (
          <span className={classes.quiet}>{t('run.earlier.due', { date: format.date(action.dueOn) })}</span>
        )}
        <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button
              ref={button}
              data-line={isFirst ? 'earlier' : undefined}
              size="compact-xs"
              variant="default"
              rightSection={<span aria-hidden>▾</span>}
              aria-label={t('run.earlier.status', { reference: action.reference, status: t(`actionStatus.${action.status}`) })}
              onKeyDown={onKeyDown}
            >
              {t(`actionStatus.${action.status}`)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {next.map((status) => (
              <Menu.Item key={status} onClick={() => choose(status)}>
                {t(`actionStatus.${status}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {asked === null ? null : (
        <form
          className={classes.reason}
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() === '') return
            change(asked, reason)
          }}
        >
          {asked.waits === null ? null : <span className={classes.waits}>{asked.waits}</span>}
          <TextInput
            size="xs"
            autoFocus
            className={classes.reasonInput}
            aria-label={question}
            placeholder={question}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') leave()
            }}
          />
          <Button type="submit" size="xs" disabled={reason.trim() === ''}>
            {t('ui.save')}
          </Button>
          <Button size="xs" variant="default" onClick={leave}>
            {t('ui.cancel')}
          </Button>
        </form>
      )}
    </li>
  )
}
