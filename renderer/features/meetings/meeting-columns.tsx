import type { MeetingRow, MeetingState } from '#domain/meeting.ts'
import { useMemo } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'

/** The shape of a meeting's state, everywhere. */
export const meetingStateKinds: Readonly<Record<MeetingState, StatusKind>> = { scheduled: 'plain', open: 'new', closed: 'done' }

export function useMeetingColumns(): readonly Column<MeetingRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'heldOn',
        header: t('meetings.date'),
        width: 'minmax(168px, 1fr)',
        cell: ({ heldOn, startsAt }) => t('meetings.dateAndTime', { date: format.date(heldOn), time: format.clock(startsAt) }),
      },
      {
        id: 'state',
        header: t('meetings.state'),
        width: '128px',
        cell: ({ state }) => <StatusBadge kind={meetingStateKinds[state]} word={t(`meetingState.${state}`)} />,
      },
      { id: 'kind', header: t('meetings.kind'), width: '112px', cell: ({ kind }) => t(`meetings.kind.${kind}`) },
      { id: 'cases', header: t('meetings.cases'), width: '72px', align: 'end', cell: ({ caseCount }) => format.number(caseCount) },
      {
        id: 'discussed',
        header: t('meetings.discussed'),
        width: '96px',
        align: 'end',
        cell: ({ discussedCount }) => format.number(discussedCount),
      },
      { id: 'actions', header: t('meetings.actions'), width: '80px', align: 'end', cell: ({ actionCount }) => format.number(actionCount) },
      { id: 'chair', header: t('meetings.chair'), width: 'minmax(120px, 1fr)', cell: ({ chair }) => chair },
      { id: 'place', header: t('meetings.place'), width: 'minmax(120px, 1.5fr)', cell: ({ place }) => place },
    ],
    [t, format],
  )
}
