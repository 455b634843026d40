import type { AgendaGuard } from '#domain/conflict.ts'
import { stopwatch } from '#domain/meeting-clock.ts'
import type { AgendaItem, MeetingState } from '#domain/meeting.ts'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { CloseButton, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RiskMark } from '../../ui/risk-mark.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { GuardMarks } from './guard-marks.tsx'
import { listingOutcomeKinds, listingTypeKinds, listingWord } from './listing-kinds.ts'
import classes from './meetings.module.css'
import { PartyNames } from './party-names.tsx'

type Props = {
  readonly item: AgendaItem
  readonly guard: AgendaGuard | undefined
  readonly place: number
  readonly count: number
  readonly meetingState: MeetingState
  readonly onMove: (by: -1 | 1) => void
  readonly onTakeOff: () => void
}

/** One case of the agenda. Its number is the handle by which it is moved. */
export function AgendaRow({ item, guard, place, count, meetingState, onMove, onTakeOff }: Props) {
  const t = useT()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.listingId,
    disabled: meetingState === 'closed',
    attributes: { roleDescription: t('meetings.drag.role') },
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (meetingState === 'closed' || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <tr
      ref={setNodeRef}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onKeyDown={onKeyDown}
    >
      <td className={classes.number}>
        {meetingState === 'closed' ? (
          place
        ) : (
          <UnstyledButton
            ref={setActivatorNodeRef}
            data-handle={item.listingId}
            className={classes.handle}
            {...attributes}
            {...listeners}
            aria-label={t('meetings.agenda.move', { reference: item.caseReference, place, count })}
          >
            <span aria-hidden>⠿</span> {place}
          </UnstyledButton>
        )}
      </td>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: item.caseId }} className={classes.reference}>
          {item.caseReference}
        </Link>
      </th>
      <td className={classes.long}>
        <PartyNames {...item} />
        <GuardMarks guard={guard} />
      </td>
      <td>{item.childrenCount === null || item.childrenCount === 0 ? '' : t('run.children', { count: item.childrenCount })}</td>
      {meetingState === 'scheduled' ? null : <Outcome item={item} />}
      <td>
        <StatusBadge
          kind={listingTypeKinds[item.listingType]}
          word={t(listingWord(item.listingType, meetingState === 'scheduled' ? item.openActions : null))}
        />
      </td>
      <td>
        <RiskMark risk={item.risk} isHigh={item.isHigh} />
      </td>
      <td className={classes.long}>{item.sourceAgencyName}</td>
      <td>
        {item.overdueActions > 0 ? (
          <StatusBadge
            kind="overdue"
            word={t('meetings.agenda.openAndOverdue', { open: item.openActions, overdue: item.overdueActions })}
          />
        ) : item.openActions > 0 ? (
          t('meetings.agenda.open', { count: item.openActions })
        ) : (
          ''
        )}
      </td>
      {meetingState === 'scheduled' ? (
        <td className={classes.last}>
          <CloseButton
            size="sm"
            aria-label={t('meetings.agenda.remove', { reference: item.caseReference })}
            title={t('meetings.agenda.remove', { reference: item.caseReference })}
            onClick={onTakeOff}
          />
        </td>
      ) : null}
    </tr>
  )
}

/** What came of the case, why it was put off, and how long it was spoken of. */
function Outcome({ item }: { readonly item: AgendaItem }) {
  const t = useT()
  return (
    <td>
      <span className={classes.outcome}>
        <StatusBadge kind={listingOutcomeKinds[item.outcome]} word={t(`listingOutcome.${item.outcome}`)} />
        {item.outcome === 'deferred' ? (
          <span className={classes.deferReason} title={item.deferReason}>
            {item.deferReason}
          </span>
        ) : null}
        {item.secondsSpent > 0 ? <span className={classes.quiet}>{stopwatch(item.secondsSpent)}</span> : null}
      </span>
    </td>
  )
}
