import { clockAfter } from '#domain/meeting-clock.ts'
import type { MeetingDetail } from '#domain/meeting.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'

/** How long the agenda should take and until when; of a closed meeting, what came of it. */
export function MeetingLength({ meeting }: { readonly meeting: MeetingDetail }) {
  const t = useT()
  const format = useFormat()
  const { agenda, minutesPerCase, startsAt, state } = meeting
  const minutes = agenda.length * minutesPerCase
  const start = format.clock(startsAt)
  if (state === 'closed')
    return t('meetings.came', { count: agenda.length, discussed: meeting.discussedCount, actions: meeting.actionCount })
  if (agenda.length === 0) return t('meetings.startsAt', { start })
  return t('meetings.length', {
    count: agenda.length,
    time: format.minutes(minutes),
    start,
    end: format.clock(clockAfter(startsAt, minutes)),
  })
}
