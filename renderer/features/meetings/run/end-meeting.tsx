import type { MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { ReasonLine } from './reason-line.tsx'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

/** The end: what came of the meeting, what is left and what to do with it, and closing it. */
export function EndMeeting({ meeting, turns }: { readonly meeting: MeetingDetail; readonly turns: Turns }) {
  const t = useT()
  const format = useFormat()
  const { agenda } = meeting
  const left = agenda.filter(({ outcome }) => outcome === 'waiting')
  const deferred = agenda.filter(({ outcome }) => outcome === 'deferred')
  const minutes = agenda.reduce((sum, { secondsSpent }) => sum + secondsSpent, 0) / 60
  return (
    <section className={classes.sheet} aria-labelledby="end">
      <h2 id="end">{t('run.end.title')}</h2>
      <dl className={classes.figures}>
        <Figure name={t('run.end.discussed')} value={format.number(meeting.discussedCount)} />
        <Figure name={t('run.end.deferred')} value={format.number(deferred.length)} />
        <Figure name={t('run.end.actions')} value={format.number(meeting.actionCount)} />
        <Figure name={t('run.end.time')} value={format.minutes(minutes)} />
      </dl>
      {deferred.length === 0 ? null : (
        <ul className={classes.leftList}>
          {deferred.map((item) => (
            <li key={item.listingId}>
              <strong>{item.caseReference}</strong>
              <StatusBadge kind="soon" word={t('listingOutcome.deferred')} />
              <span>{item.deferReason}</span>
            </li>
          ))}
        </ul>
      )}
      {left.length === 0 ? (
        <p>{t('run.end.nothingLeft')}</p>
      ) : (
        <>
          <h3>{t('run.end.left', { count: left.length })}</h3>
          <ul className={classes.leftList}>
            {left.map((item) => (
              <li key={item.listingId}>
                <strong>{item.caseReference}</strong>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('run.end.turnTo', { reference: item.caseReference })}
                  onClick={() => turns.turnTo(item.listingId)}
                >
                  {t('run.end.turn')}
                </Button>
              </li>
            ))}
          </ul>
          <ReasonLine
            draftKey={`deferRest:${meeting.id}`}
            question={t('run.end.deferWhy')}
            send={t('run.end.deferAll', { count: left.length })}
            onSend={turns.deferRest}
          />
        </>
      )}
      <RefusalNotice error={turns.closeError} />
      <div className={classes.endButtons}>
        <Button loading={turns.isClosing} autoFocus={left.length === 0} onClick={turns.close}>
          {t('run.end.close')}
        </Button>
        {meeting.currentListingId === null ? null : (
          <Button variant="default" onClick={() => turns.setView('case')}>
            {t('run.end.back')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
