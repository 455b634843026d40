import type { Agency } from '#domain/agency.ts'
import type { MeetingDetail } from '#domain/meeting.ts'
import { useState } from 'react'
import { useApiQuery } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { Attendance } from '../attendance.tsx'
import { ActionLine } from './action-line.tsx'
import { AgendaColumn } from './agenda-column.tsx'
import { AgreedActions } from './agreed-actions.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { CaseBody } from './case-body.tsx'
import { CaseStrip } from './case-strip.tsx'
import { EndMeeting } from './end-meeting.tsx'
import { FirstCase } from './first-case.tsx'
import { focusLine, pressHelp } from './focus-line.ts'
import { RoomView } from './room-view.tsx'
import { RunHeader } from './run-header.tsx'
import classes from './run.module.css'
import { SaidContext, useSaidOf } from './said.ts'
import { useActionLines } from './use-action-lines.ts'
import { useCaseClock } from './use-case-clock.ts'
import { usePaceWords } from './use-pace-words.ts'
import { useTurns } from './use-turns.ts'

const nobody = { victimName: '', perpetratorName: '' }

type Props = { readonly meeting: MeetingDetail; readonly agencies: readonly Agency[] }

/** The coordinator's view of an open meeting: agenda, the case, what is agreed, and the line at the bottom. */
export function RunMeeting({ meeting, agencies }: Props) {
  const t = useT()
  const [isInRoom, setInRoom] = useState(false)
  const current = meeting.agenda.find(({ listingId }) => listingId === meeting.currentListingId) ?? null
  const detail = useApiQuery('listings.get', { listingId: current?.listingId ?? 0 }, { enabled: current !== null })
  // A refusal (somebody came who has not declared) must not leave on the screen what was answered before it.
  const listing = detail.error === null ? detail.data : undefined
  const turns = useTurns(meeting, current, listing ?? null)
  const clock = useCaseClock(current)
  const lines = useActionLines({
    meeting,
    agencies,
    listing: current,
    needs: listing?.needs ?? [],
    actions: [...(listing?.actions ?? []), ...(listing?.earlierActions ?? [])],
    say: turns.say,
  })
  usePaceWords(current, clock.seconds, meeting.minutesPerCase, turns.say)
  const said = useSaidOf(current ?? nobody, listing?.childNames)
  const isOnCase = current !== null && turns.view === 'case'

  useScreenKeys([
    { keys: 'mod+Enter', label: t('run.key.done'), run: turns.done },
    { keys: 'mod+d', label: t('run.key.defer'), run: turns.askToDefer },
    { keys: 'alt+ArrowLeft', label: t('run.key.previous'), run: () => turns.turnBy(-1) },
    { keys: 'alt+ArrowRight', label: t('run.key.next'), run: () => turns.turnBy(1) },
    { keys: 'mod+1', label: t('run.key.action'), run: () => focusLine('action') },
    { keys: 'mod+2', label: t('run.key.fact'), run: () => focusLine('fact') },
    { keys: 'mod+3', label: t('run.key.risk'), run: () => focusLine('risk') },
    { keys: 'mod+4', label: t('run.key.earlier'), run: () => focusLine('earlier') },
    { keys: 'alt+o', label: t('run.key.basis') },
    { keys: 'alt+z', label: t('run.key.undo'), run: turns.undo },
    { keys: 'alt+p', label: t('run.key.pause'), run: clock.toggle },
    { keys: 'F7', label: t('run.key.room'), run: () => setInRoom((now) => !now && isOnCase) },
    ...(turns.view === 'case' ? [] : [{ keys: 'Escape', label: t('run.end.back'), run: () => turns.setView('case') }]),
    { keys: 'F1', label: t('frame.key.keys'), run: pressHelp, reach: 'everywhere' },
    { keys: 'Enter', label: t('run.key.enter') },
    { keys: 'Tab', label: t('run.key.tab') },
    { keys: 'ArrowUp', label: t('run.key.recall') },
  ])

  const line = lines.isReady ? <ActionLine key={lines.key} {...lines.props} /> : null
  return (
    <>
      <RunHeader
        meeting={meeting}
        place={current === null ? null : meeting.agenda.indexOf(current) + 1}
        view={turns.view}
        onView={turns.setView}
        onRoom={() => setInRoom(isOnCase)}
      />
      <div className={classes.run} data-view={isOnCase ? 'case' : 'other'}>
        {isOnCase ? (
          <SaidContext value={said}>
            <CaseStrip item={current} detail={listing ?? null} clock={clock} aimMinutes={meeting.minutesPerCase} turns={turns} />
            <div className={classes.columns}>
              <AgendaColumn agenda={meeting.agenda} currentId={current.listingId} onTurn={turns.turnTo} />
              <CaseBody
                key={current.listingId}
                listingId={current.listingId}
                listing={listing ?? null}
                error={detail.error}
                agencies={agencies}
                say={turns.say}
                onAttendance={() => turns.setView('attendance')}
              />
              <AgreedActions
                actions={listing?.actions ?? []}
                needs={listing?.needs ?? []}
                changing={lines.changing}
                onChange={lines.startChange}
              />
            </div>
            <BottomBar turns={turns} item={current} />
            {isInRoom ? null : line}
            {isInRoom ? (
              <RoomView
                item={current}
                listing={listing ?? null}
                seconds={clock.seconds}
                aimMinutes={meeting.minutesPerCase}
                onClose={() => setInRoom(false)}
              >
                {line}
              </RoomView>
            ) : null}
          </SaidContext>
        ) : turns.view === 'attendance' ? (
          <div className={classes.sheet}>
            <Attendance meeting={meeting} />
          </div>
        ) : turns.view === 'end' || meeting.agenda.every(({ outcome }) => outcome !== 'waiting') ? (
          <EndMeeting meeting={meeting} turns={turns} />
        ) : (
          <FirstCase meeting={meeting} turns={turns} />
        )}
      </div>
    </>
  )
}
