import type { MeetingState } from '#domain/meeting.ts'
import type { ReactNode } from 'react'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import type { ShareCounts } from './share-counts.ts'
import classes from './sharing.module.css'
import type { CountedMeeting } from './use-share-counts.ts'

const stateKinds: Readonly<Record<MeetingState, StatusKind>> = { scheduled: 'plain', open: 'new', closed: 'done' }

/** The columns of the meetings with how their lists stand. */
export function meetingColumns(t: Translate, format: Format): readonly Column<CountedMeeting>[] {
  const counted = (id: string, header: string, content: (counts: ShareCounts) => ReactNode): Column<CountedMeeting> => ({
    id,
    header,
    width: 'minmax(120px, 1fr)',
    cell: ({ counts }) => {
      if (counts === 'unknown') return <span className={classes.dim}>{t('sharing.notCounted')}</span>
      return counts === null ? null : content(counts)
    },
  })
  const part = (some: number, all: number) => (
    <span className={all > 0 && some === all ? undefined : classes.dim}>
      {t('sharing.ofCount', { some: format.number(some), all: format.number(all) })}
    </span>
  )
  return [
    { id: 'meeting', header: t('sharing.column.meeting'), width: 'minmax(120px, 1fr)', cell: ({ meeting }) => format.date(meeting.heldOn) },
    {
      id: 'state',
      header: t('sharing.column.state'),
      width: 'minmax(120px, 1fr)',
      cell: ({ meeting }) => <StatusBadge kind={stateKinds[meeting.state]} word={t(`meetingState.${meeting.state}`)} />,
    },
    counted('agencies', t('sharing.column.agencies'), ({ agencies }) => format.number(agencies)),
    counted('made', t('sharing.column.made'), ({ made, agencies }) => part(made, agencies)),
    counted('outdated', t('sharing.column.outdated'), ({ outdated }) =>
      outdated === 0 ? (
        <span className={classes.dim}>{t('sharing.noneOutdated')}</span>
      ) : (
        <StatusBadge kind="soon" word={t('sharing.outdatedCount', { count: outdated })} />
      ),
    ),
    counted('returned', t('sharing.column.returned'), ({ returned, made }) =>
      made === 0 ? <span className={classes.dim}>–</span> : part(returned, made),
    ),
  ]
}
