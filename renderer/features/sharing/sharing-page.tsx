import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { localRows } from '../../ui/row-window.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { meetingColumns } from './meeting-columns.tsx'
import { ReturnDrop } from './return-drop.tsx'
import { ReturnReviewView } from './return-review.tsx'
import { useReturn } from './use-return.ts'
import { useShareCounts } from './use-share-counts.ts'

/** Every meeting with how its lists stand, and the place where returned lists are dropped. */
export function SharingPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [notice, setNotice] = useState<string | null>(null)
  const meetings = useApiQuery('meetings.list')
  const returned = useReturn(setNotice)
  const columns = useMemo(() => meetingColumns(t, format), [t, format])
  const byDay = useMemo(() => (meetings.data ?? []).toSorted((one, other) => other.heldOn.localeCompare(one.heldOn)), [meetings.data])
  const counted = useShareCounts(byDay)

  return (
    <>
      <PageHeader title={t('frame.sharing')} />
      <RefusalNotice error={meetings.error} />
      {returned.state.kind === 'review' ? (
        <ReturnReviewView key={returned.state.review.token} state={returned.state} returned={returned} />
      ) : meetings.data?.length === 0 ? (
        <EmptyState title={t('sharing.empty.title')} text={t('sharing.empty.text')}>
          <Button variant="default" renderRoot={(props) => <Link to="/meetings" {...props} />}>
            {t('sharing.empty.toMeetings')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <ReturnDrop returned={returned} />
          <DataTable
            label={t('sharing.meetings')}
            columns={columns}
            rows={localRows(counted, meetings.isPending)}
            rowKey={({ meeting }) => meeting.id}
            onOpen={({ meeting }) => void navigate({ to: '/sharing/$meetingId', params: { meetingId: meeting.id } })}
          />
        </>
      )}
      <UndoNotice text={notice} onDismiss={() => setNotice(null)} />
    </>
  )
}
