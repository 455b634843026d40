import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { RunMeeting } from './run/run-meeting.tsx'

const route = getRouteApi('/meetings/$meetingId/run')

/** The meeting under way, as the coordinator keeps its record. After a lock or a crash it is where it was. */
export function RunMeetingPage() {
  const t = useT()
  const format = useFormat()
  const { meetingId } = route.useParams()
  const meeting = useApiQuery('meetings.get', { meetingId })
  const agencies = useApiQuery('agencies.list', {})

  if (meeting.data?.state === 'open' && agencies.data !== undefined) return <RunMeeting meeting={meeting.data} agencies={agencies.data} />
  return (
    <>
      <PageHeader
        title={meeting.data === undefined ? t('frame.meetings') : t('meetings.titleOf', { day: format.day(meeting.data.heldOn) })}
      />
      <RefusalNotice error={meeting.error ?? agencies.error} />
      {meeting.data === undefined || meeting.data.state === 'open' ? null : (
        <EmptyState title={t(meeting.data.state === 'scheduled' ? 'run.notOpen' : 'run.isClosed')}>
          <Button renderRoot={(props) => <Link to="/meetings/$meetingId" params={{ meetingId }} {...props} />}>
            {t(meeting.data.state === 'scheduled' ? 'run.prepare' : 'run.record')}
          </Button>
        </EmptyState>
      )}
    </>
  )
}
