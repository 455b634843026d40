import type { MeetingDetail } from '#domain/meeting.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { AgendaTable } from './agenda-table.tsx'
import { Candidates } from './candidates.tsx'
import classes from './meetings.module.css'
import { useAgenda } from './use-agenda.ts'

/** What is on the agenda, in its order, and what could still be put on it. */
export function Agenda({ meeting }: { readonly meeting: MeetingDetail }) {
  const t = useT()
  const agenda = useAgenda(meeting)
  const { items, removed } = agenda
  const isEmpty = items.length === 0
  return (
    <>
      <RefusalNotice error={agenda.error} />
      {isEmpty ? (
        <EmptyState
          title={t('meetings.agenda.empty.title')}
          text={t(meeting.candidates.length > 0 ? 'meetings.agenda.empty.fill' : 'meetings.agenda.empty.none')}
        />
      ) : (
        <AgendaTable meeting={meeting} items={items} onMove={agenda.move} onTakeOff={agenda.takeOff} />
      )}
      <p role="status" className={classes.spoken}>
        {agenda.spoken}
      </p>
      {meeting.state === 'closed' || meeting.candidates.length === 0 ? null : (
        <Candidates candidates={meeting.candidates} onAdd={({ caseId, referralId }) => agenda.addCandidate(caseId, referralId)} />
      )}
      <UndoNotice
        text={removed === null ? null : t('meetings.removed', { reference: removed.caseReference })}
        onUndo={agenda.putBack}
        onDismiss={agenda.forgetRemoved}
      />
    </>
  )
}
