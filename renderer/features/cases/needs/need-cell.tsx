import type { ActionRow } from '#domain/action.ts'
import type { NeedState } from '#domain/record/need.ts'
import type { NeedStanding } from '#domain/record/needs-state.ts'
import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../../ui/status-badge.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import classes from './needs.module.css'

export type CaseNeed = NeedStanding<ActionRow>

const kindOfState: Readonly<Record<NeedState, StatusKind>> = { open: 'soon', met: 'done', none: 'plain', unknown: 'plain' }

type Props = {
  readonly need: CaseNeed
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One need: its state, and the actions that answer it or that none does. */
export function NeedCell({ need, onOpen, onKeyDown }: Props) {
  const t = useT()
  const editor = useEntryEditor()
  const { domain, state, entry, actions, isUnanswered } = need
  return (
    <li>
      <UnstyledButton
        className={classes.cell}
        data-cell={domain}
        data-loud={isUnanswered || undefined}
        aria-expanded={entry !== null && editor.openedId === entry.id}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className={classes.cellHead}>
          <strong>{t(`needDomain.${domain}`)}</strong>
          <StatusBadge kind={isUnanswered ? 'overdue' : kindOfState[state]} word={t(`needState.${state}`)} />
        </span>
        {isUnanswered ? <span className={classes.loud}>{t('needs.noAction')}</span> : null}
        {actions.length === 0 ? null : (
          <span className={classes.hint}>
            {actions.map(({ reference, status }) => `${reference} ${t(`actionStatus.${status}`)}`).join(', ')}
          </span>
        )}
      </UnstyledButton>
    </li>
  )
}
