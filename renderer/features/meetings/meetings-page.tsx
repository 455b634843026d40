import type { MeetingRow } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { localRows } from '../../ui/row-window.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { today } from '../../ui/today.ts'
import { followingMeeting } from './meeting-form.ts'
import { useMeetingColumns } from './meeting-columns.tsx'
import { MeetingPanel } from './meeting-panel.tsx'

const route = getRouteApi('/meetings')

/** All meetings, the newest first; a meeting under way opens where it is. */
export function MeetingsPage() {
  const t = useT()
  const navigate = useNavigate()
  const { isNew = false } = route.useSearch()
  const meetings = useApiQuery('meetings.list')
  const columns = useMeetingColumns()
  const showPanel = (search: { readonly isNew?: boolean }) => void navigate({ to: '/meetings', search, replace: true })
  const schedule = () => showPanel({ isNew: true })
  useScreenKeys([{ keys: 'n', label: t('meetings.schedule'), run: schedule }])

  function open(meeting: MeetingRow): void {
    const params = { meetingId: meeting.id }
    void navigate(meeting.state === 'open' ? { to: '/meetings/$meetingId/run', params } : { to: '/meetings/$meetingId', params })
  }

  const all = meetings.data ?? []
  const isEmpty = meetings.data !== undefined && all.length === 0
  return (
    <>
      <PageHeader
        title={t('frame.meetings')}
        action={
          <Button size="xs" onClick={schedule}>
            {t('meetings.schedule')}
          </Button>
        }
      />
      <RefusalNotice error={meetings.error} />
      {isEmpty ? (
        <EmptyState title={t('meetings.empty.title')} text={t('meetings.empty.text')} />
      ) : (
        <DataTable<MeetingRow>
          label={t('frame.meetings')}
          columns={columns}
          rows={localRows(all, meetings.isPending)}
          rowKey={(meeting) => meeting.id}
          onOpen={open}
        />
      )}
      {isNew && meetings.data !== undefined ? (
        <MeetingPanel
          meeting={null}
          initial={followingMeeting(all, today())}
          onClose={() => showPanel({})}
          onDone={(meetingId) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })}
        />
      ) : null}
    </>
  )
}
