import { type ActionRow, isEnded } from '#domain/action.ts'
import type { RefusalError } from '../../refusal-error.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { today } from '../../ui/today.ts'
import { DueMark, SafetyMark } from './action-columns.tsx'
import { ActionEdit } from './action-edit.tsx'
import { ActionSafetySection } from './action-safety.tsx'
import { ActionHistory } from './action-history.tsx'
import { dueWords, statusKinds } from './action-kinds.ts'
import classes from './actions.module.css'
import { ReasonForm } from './reason-form.tsx'
import { StatusButtons } from './status-buttons.tsx'
import type { SettableStatus } from './status-keys.ts'

type Props = {
  readonly row: ActionRow
  /** The status whose reason is being asked, or null. */
  readonly asked: SettableStatus | null
  /** Why the status is to wait, where it is set all the same. */
  readonly waitWords: string | null
  readonly isPending: boolean
  readonly error: RefusalError | null
  readonly onStatus: (status: SettableStatus) => void
  readonly onConfirm: (reason: string, onDone: () => void) => void
  readonly onCancel: () => void
  readonly onChase: () => void
  readonly onSaved: (row: ActionRow) => void
  readonly onRefused: () => void
  readonly onClose: () => void
}

/** One action: what it is, its status to be set, its history, and a form to correct it. */
export function ActionPanel(props: Props) {
  const { row, asked, waitWords, isPending, error, onStatus, onConfirm, onCancel, onChase, onSaved, onRefused, onClose } = props
  const t = useT()
  const format = useFormat()
  const [editing, setEditing] = useState<'not yet' | 'now' | 'over'>('not yet')
  // The question for a reason is over: what had the focus is gone with it.
  const [isBack, setBack] = useState(false)
  const due = dueWords(row, today(), t)
  return (
    <SidePanel title={row.reference} onClose={onClose} width={400}>
      <div className={classes.panel}>
        <div className={classes.marks}>
          <StatusBadge kind={statusKinds[row.status]} word={t(`actionStatus.${row.status}`)} />
          {due === null ? null : <DueMark due={due} />}
          {row.isWithConcerned && !isEnded(row.status) ? <StatusBadge kind="overdue" word={t('actions.concerned')} /> : null}
          {row.isSafetyAction ? <SafetyMark word={t('actions.safety')} /> : null}
        </div>
        <p className={classes.text}>{row.description}</p>
        {asked === null ? (
          <StatusButtons key={row.status} status={row.status} takesFocus={isBack} onStatus={onStatus} />
        ) : (
          <ReasonForm
            key={asked}
            actionId={row.id}
            to={asked}
            waitWords={waitWords}
            isPending={isPending}
            onConfirm={(reason, onDone) => {
              setBack(true)
              onConfirm(reason, onDone)
            }}
            onCancel={() => {
              setBack(true)
              onCancel()
            }}
          />
        )}
        <RefusalNotice error={error} />
        <ActionSafetySection row={row} onSaved={onSaved} onRefused={onRefused} />
        <dl className={classes.facts}>
          <Fact label={t('actions.panel.case')}>
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
              {row.caseReference}
            </Link>
          </Fact>
          <Fact label={t('actions.panel.agency')}>{row.agencyName}</Fact>
          <Fact label={t('actions.panel.due')}>{format.date(row.dueOn)}</Fact>
          <Fact label={t('actions.panel.meeting')}>
            <Link to="/meetings/$meetingId" params={{ meetingId: row.meetingId }}>
              {format.date(row.meetingOn)}
            </Link>
          </Fact>
        </dl>
        {editing === 'now' ? (
          <ActionEdit
            row={row}
            onRefused={onRefused}
            onClose={() => setEditing('over')}
            onSaved={(saved) => {
              setEditing('over')
              onSaved(saved)
            }}
          />
        ) : (
          <div className={classes.buttons}>
            <Button size="xs" variant="default" autoFocus={editing === 'over'} onClick={() => setEditing('now')}>
              {t('actions.edit')}
            </Button>
            {due?.kind === 'overdue' ? (
              <Button size="xs" variant="default" onClick={onChase}>
                {t('actions.chase.for', { agency: row.agencyName })}
              </Button>
            ) : null}
          </div>
        )}
        <ActionHistory actionId={row.id} />
      </div>
    </SidePanel>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
