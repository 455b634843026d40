import type { MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { meetingStateKinds } from './meeting-columns.tsx'

type Props = {
  readonly meeting: MeetingDetail
  readonly isFilling: boolean
  readonly isOpening: boolean
  readonly onFill: () => void
  readonly onOpen: () => void
  readonly onChange: () => void
}

/** The head of a meeting: when it is, where it stands, and the next step. */
export function MeetingHeader({ meeting, isFilling, isOpening, onFill, onOpen, onChange }: Props) {
  const t = useT()
  const format = useFormat()
  const { state, candidates } = meeting
  const canFill = state !== 'closed' && candidates.length > 0
  const params = { meetingId: meeting.id }
  return (
    <PageHeader
      title={t('meetings.titleOf', { day: format.day(meeting.heldOn) })}
      detail={state === 'scheduled' ? undefined : <StatusBadge kind={meetingStateKinds[state]} word={t(`meetingState.${state}`)} />}
      action={
        <>
          {state === 'closed' ? null : (
            <Button size="xs" variant="default" onClick={onChange}>
              {t('meetings.details')}
            </Button>
          )}
          {canFill ? (
            <Button size="xs" variant={state === 'scheduled' ? 'filled' : 'default'} loading={isFilling} onClick={onFill}>
              {t('meetings.fill')}
            </Button>
          ) : null}
          {state === 'scheduled' ? (
            <Button size="xs" variant={canFill ? 'default' : 'filled'} loading={isOpening} onClick={onOpen}>
              {t('meetings.open')}
            </Button>
          ) : null}
          {state === 'open' ? (
            <Button size="xs" renderRoot={(props) => <Link to="/meetings/$meetingId/run" params={params} {...props} />}>
              {t('meetings.goOn')}
            </Button>
          ) : null}
          {state === 'closed' ? (
            <Button size="xs" renderRoot={(props) => <Link to="/sharing/$meetingId" params={params} {...props} />}>
              {t('meetings.share')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}
