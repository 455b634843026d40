import { Tabs } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { ConflictCheck } from './conflict-check.tsx'
import { formOfMeeting } from './meeting-form.ts'
import { MeetingHeader } from './meeting-header.tsx'
import { MeetingLength } from './meeting-length.tsx'
import { MeetingPanel } from './meeting-panel.tsx'
import classes from './meetings.module.css'

const tabs = ['agenda', 'attendance', 'conflicts'] as const
type Tab = (typeof tabs)[number]
const route = getRouteApi('/meetings/$meetingId')

/** A meeting before it opens: what is on the agenda and in which order, and who is there. After it has closed: its record. */
export function MeetingPage() {
  const t = useT()
  const { meetingId } = route.useParams()
  const navigate = useNavigate()
  const [tab, setTab] = useState<Tab>('agenda')
  const [isChanging, setChanging] = useState(false)
  const answer = useApiQuery('meetings.get', { meetingId })
  const fill = useApiCommand('meetings.fillAgenda')
  const open = useApiCommand('meetings.open', { onDone: () => void navigate({ to: '/meetings/$meetingId/run', params: { meetingId } }) })
  const meeting = answer.data
  const canFill = meeting !== undefined && meeting.state !== 'closed' && meeting.candidates.length > 0
  const openNow = () =>
    open.mutate(
      { meetingId },
      {
        // What is missing is recorded in the attendance: show it where the refusal is said.
        onError: (error) => {
          if (error.refusal.code === 'declarationMissing') setTab('attendance')
        },
      },
    )

  useScreenKeys([
    { keys: 'g', label: t('meetings.tab.agenda'), run: () => setTab('agenda') },
    { keys: 't', label: t('meetings.tab.attendance'), run: () => setTab('attendance') },
    { keys: 'k', label: t('conflicts.tab'), run: () => setTab('conflicts') },
    ...(canFill ? [{ keys: 'f', label: t('meetings.fill'), run: () => fill.mutate({ meetingId }) }] : []),
    ...(tab === 'agenda'
      ? [
          { keys: 'alt+ArrowUp', label: t('meetings.key.moveUp') },
          { keys: 'alt+ArrowDown', label: t('meetings.key.moveDown') },
        ]
      : tab === 'conflicts'
        ? []
        : [
            { keys: 'p', label: t('meetings.key.present') },
            { keys: 'd', label: t('meetings.key.declared') },
            { keys: 'a', label: t('meetings.key.apologies') },
            { keys: 'x', label: t('meetings.key.absent') },
            { keys: 'c', label: t('conflicts.key') },
          ]),
  ])

  if (meeting === undefined) {
    return (
      <>
        <PageHeader title={t('frame.meetings')} />
        <RefusalNotice error={answer.error} />
      </>
    )
  }
  const present = meeting.attendance.filter((row) => row.presence === 'present')
  const isRoomReady = present.length > 0 && present.every((row) => row.declaredAt !== null)
  // What the refusal asked for may have been done since.
  const refusal = isRoomReady && open.error?.refusal.code === 'declarationMissing' ? null : open.error
  return (
    <>
      <MeetingHeader
        meeting={meeting}
        isFilling={fill.isPending}
        isOpening={open.isPending}
        onFill={() => fill.mutate({ meetingId })}
        onOpen={openNow}
        onChange={() => setChanging(true)}
      />
      <RefusalNotice error={answer.error ?? fill.error ?? refusal} />
      <p role="status" className={classes.spoken}>
        {fill.data === undefined || fill.isPending ? '' : t('meetings.filled', { count: fill.data.added })}
      </p>
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabs.find((each) => each === value) ?? 'agenda')}
        className={classes.tabs}
        keepMounted={false}
      >
        <div className={classes.tabsHead}>
          <Tabs.List className={classes.tabList}>
            <Tabs.Tab value="agenda">{t('meetings.agenda.count', { count: meeting.agenda.length })}</Tabs.Tab>
            <Tabs.Tab value="attendance">
              {t('meetings.attendance.count', {
                present: present.length,
                declared: present.filter((row) => row.declaredAt !== null).length,
                all: meeting.attendance.length,
              })}
            </Tabs.Tab>
            <Tabs.Tab value="conflicts">{t('conflicts.tab')}</Tabs.Tab>
          </Tabs.List>
          <p className={classes.quiet}>
            <MeetingLength meeting={meeting} />
          </p>
        </div>
        <Tabs.Panel value="agenda" className={classes.tab}>
          <Agenda meeting={meeting} />
        </Tabs.Panel>
        <Tabs.Panel value="attendance" className={classes.tab}>
          <Attendance meeting={meeting} />
        </Tabs.Panel>
        <Tabs.Panel value="conflicts" className={classes.tab}>
          <ConflictCheck meeting={meeting} />
        </Tabs.Panel>
      </Tabs>
      {isChanging ? (
        <MeetingPanel
          meeting={meeting}
          initial={formOfMeeting(meeting)}
          onClose={() => setChanging(false)}
          onDone={() => setChanging(false)}
        />
      ) : null}
    </>
  )
}
