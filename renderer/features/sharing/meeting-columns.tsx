import type { MeetingRow, MeetingState } from '#domain/meeting.ts'
import type { ReactNode } from 'react'
import { useApiQuery } from '../../api.ts'
import type { Format } from '../../i18n/format.ts'
import { type Translate, useT } from '../../i18n/use-t.ts'
import { StatusBadge, type StatusKind } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { type ShareCounts, shareCounts } from './share-counts.ts'
import classes from './sharing.module.css'

const stateKinds: Readonly<Record<MeetingState, StatusKind>> = { scheduled: 'plain', open: 'new', closed: 'done' }

/** The columns of the meetings with how their lists stand. Only meetings in sight are counted. */
export function meetingColumns(t: Translate, format: Format): readonly Column<MeetingRow>[] {
  const counted = (id: string, header: string, content: (counts: ShareCounts) => ReactNode): Column<MeetingRow> => ({
    id,
    header,
    width: 'minmax(120px, 1fr)',
    cell: (row) => <Counted meetingId={row.id} content={content} />,
  })
  const part = (some: number, all: number) => (
    <span className={all > 0 && some === all ? undefined : classes.dim}>
      {t('sharing.ofCount', { some: format.number(some), all: format.number(all) })}
    </span>
  )
  return [
    { id: 'meeting', header: t('sharing.column.meeting'), width: 'minmax(120px, 1fr)', cell: (row) => format.date(row.heldOn) },
    {
      id: 'state',
      header: t('sharing.column.state'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <StatusBadge kind={stateKinds[row.state]} word={t(`meetingState.${row.state}`)} />,
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

type Props = { readonly meetingId: number; readonly content: (counts: ShareCounts) => ReactNode }

function Counted({ meetingId, content }: Props) {
  const t = useT()
  const overview = useApiQuery('sharing.overview', { meetingId })
  if (overview.error !== null) return <span className={classes.dim}>{t('sharing.notCounted')}</span>
  return overview.data === undefined ? null : content(shareCounts(overview.data))
}
