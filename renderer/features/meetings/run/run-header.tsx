import type { MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useClockTime } from './use-clock-time.ts'
import type { View } from './use-turns.ts'
import classes from './run.module.css'

type Props = {
  readonly meeting: MeetingDetail
  /** Which case it is, from 1; null before the first. */
  readonly place: number | null
  readonly view: View
  readonly onView: (view: View) => void
  readonly onRoom: () => void
}

/** The head of the meeting: the day, the case's place, the time of day, who is here. */
export function RunHeader({ meeting, place, view, onView, onRoom }: Props) {
  const t = useT()
  const format = useFormat()
  const now = useClockTime()
  const present = meeting.attendance.filter((row) => row.presence === 'present')
  const declared = present.filter((row) => row.declaredAt !== null).length
  const count = meeting.agenda.length
  return (
    <PageHeader
      title={format.day(meeting.heldOn)}
      detail={
        <span className={classes.headDetail}>
          {place === null ? t('run.cases', { count }) : t('run.place', { place, count })}
          <span className={classes.clock}>{format.clock(now)}</span>
        </span>
      }
      action={
        <>
          <Button size="xs" variant="default" aria-pressed={view === 'attendance'} onClick={() => onView('attendance')}>
            {t('run.present', { present: present.length, all: meeting.attendance.length, declared })}
          </Button>
          <Button size="xs" variant="default" title={t('run.key.room')} disabled={place === null} onClick={onRoom}>
            {t('run.room')}
          </Button>
          <Button size="xs" variant="default" aria-pressed={view === 'end'} onClick={() => onView('end')}>
            {t('run.end')}
          </Button>
        </>
      }
    />
  )
}
