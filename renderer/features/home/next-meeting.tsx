import type { ThisMonth } from '#contract'
import { daysBetween, type IsoDate } from '#domain/dates.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './home.module.css'

type Props = { readonly today: IsoDate; readonly meeting: ThisMonth['nextMeeting'] }

/** The next meeting in one line, and the way into it. */
export function NextMeeting({ today, meeting }: Props) {
  const t = useT()
  const format = useFormat()
  if (meeting === null) {
    return (
      <section className={classes.meeting} aria-label={t('home.nextMeeting')}>
        <p className={classes.grow}>{t('home.noMeeting')}</p>
        <Button renderRoot={(props) => <Link to="/meetings" search={{ isNew: true }} {...props} />}>{t('home.schedule')}</Button>
      </section>
    )
  }
  const params = { meetingId: meeting.id }
  const isOpen = meeting.state === 'open'
  return (
    <section className={classes.meeting} aria-label={t(isOpen ? 'home.meetingNow' : 'home.nextMeeting')}>
      <div className={classes.grow}>
        <h2 className={classes.label}>{t(isOpen ? 'home.meetingNow' : 'home.nextMeeting')}</h2>
        <p className={classes.when}>
          {format.day(meeting.heldOn)}, {format.clock(meeting.startsAt)}
        </p>
      </div>
      <p className={classes.fact}>{format.daysFromToday(daysBetween(today, meeting.heldOn))}</p>
      <p className={classes.fact}>
        {t('home.meetingSize', { cases: meeting.cases })}
        {meeting.cases > 0 ? (
          <span className={classes.quiet}>, {t('home.meetingTime', { time: format.minutes(meeting.minutesPlanned) })}</span>
        ) : null}
      </p>
      {isOpen ? (
        <Button renderRoot={(props) => <Link to="/meetings/$meetingId/run" params={params} {...props} />}>{t('home.backToMeeting')}</Button>
      ) : (
        <Button renderRoot={(props) => <Link to="/meetings/$meetingId" params={params} {...props} />}>{t('home.openAgenda')}</Button>
      )}
    </section>
  )
}
