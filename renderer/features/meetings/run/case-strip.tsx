import { casePace, stopwatch } from '#domain/meeting-clock.ts'
import type { AgendaItem, ListingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { listingOutcomeKinds, listingTypeKinds, listingWord } from '../listing-kinds.ts'
import { PartyNames } from '../party-names.tsx'
import type { CaseClock } from './use-case-clock.ts'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

type Props = {
  readonly item: AgendaItem
  readonly detail: ListingDetail | null
  readonly clock: CaseClock
  readonly aimMinutes: number
  readonly turns: Turns
}

/** The case that is being heard, its time, and the two ways on from it. */
export function CaseStrip({ item, detail, clock, aimMinutes, turns }: Props) {
  const t = useT()
  const children = detail?.childrenCount ?? null
  return (
    <div className={classes.strip}>
      <h2 className={classes.caseReference}>{item.caseReference}</h2>
      <span className={classes.names}>
        <PartyNames {...item} />
      </span>
      {item.hasChildren ? (
        <span>{children === null ? t('meetings.agenda.hasChildren') : t('run.children', { count: children })}</span>
      ) : null}
      <StatusBadge
        kind={listingTypeKinds[item.listingType]}
        word={t(listingWord(item.listingType, detail?.earlierActions.length ?? null))}
      />
      {item.outcome === 'waiting' ? null : (
        <StatusBadge kind={listingOutcomeKinds[item.outcome]} word={t(`listingOutcome.${item.outcome}`)} />
      )}
      <span className={classes.stripEnd}>
        <Timer clock={clock} aimMinutes={aimMinutes} isHeard={item.outcome !== 'waiting'} />
        {item.outcome === 'waiting' ? (
          <>
            <Button size="xs" variant="default" title={t('run.key.defer')} onClick={turns.askToDefer}>
              {t('run.defer')}
            </Button>
            <Button size="xs" onClick={turns.done} title={t('run.key.done')}>
              {t('run.done')}
            </Button>
          </>
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => turns.takeUpAgain(item)}>
              {t('run.reopen')}
            </Button>
            <Button size="xs" onClick={turns.done}>
              {t('run.goOn')}
            </Button>
          </>
        )}
      </span>
    </div>
  )
}

type TimerProps = { readonly clock: CaseClock; readonly aimMinutes: number; readonly isHeard: boolean }

function Timer({ clock, aimMinutes, isHeard }: TimerProps) {
  const t = useT()
  const pace = casePace(clock.seconds, aimMinutes)
  return (
    <span className={classes.timer} data-pace={pace}>
      <span aria-hidden className={classes.paceShape}>
        {pace === 'within' ? '' : pace === 'overAim' ? '◐' : '▲'}
      </span>
      <span role="timer" aria-label={t('run.timer')} className={classes.time}>
        {stopwatch(clock.seconds)} / {stopwatch(aimMinutes * 60)}
      </span>
      {pace === 'within' ? null : <span className={classes.paceWord}>{t(`run.pace.word.${pace}`)}</span>}
      {isHeard ? null : (
        <Button size="compact-xs" variant="default" aria-pressed={!clock.isRunning} onClick={clock.toggle}>
          {t(clock.isRunning ? 'run.pause' : 'run.resume')}
        </Button>
      )}
    </span>
  )
}
