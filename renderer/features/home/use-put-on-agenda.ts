import type { IsoDate } from '#domain/dates.ts'
import type { MeetingId } from '#domain/ids.ts'
import type { RaisedCase } from '#domain/record/raised-case.ts'
import { useApiCommand } from '../../api.ts'

/** The meeting that is to hear a case: one that is there, or an emergency meeting still to be called. */
export type ReviewMeeting =
  | { readonly kind: 'known'; readonly meetingId: MeetingId }
  | { readonly kind: 'emergency'; readonly heldOn: IsoDate; readonly startsAt: string }

/** Puts a raised case on the agenda of a meeting; one that waits on a later agenda is taken off that first. Answers the meeting, or null where it was refused. */
export function usePutOnAgenda() {
  const schedule = useApiCommand('meetings.schedule')
  const remove = useApiCommand('meetings.removeFromAgenda')
  const add = useApiCommand('meetings.addToAgenda')

  async function put({ caseId, listed }: RaisedCase, meeting: ReviewMeeting): Promise<MeetingId | null> {
    for (const { reset } of [schedule, remove, add]) reset()
    try {
      const meetingId =
        meeting.kind === 'known'
          ? meeting.meetingId
          : await schedule.mutateAsync({ kind: 'emergency', heldOn: meeting.heldOn, startsAt: meeting.startsAt })
      if (listed !== null) await remove.mutateAsync({ listingId: listed.listingId })
      await add.mutateAsync({ meetingId, caseId, referralId: null })
      return meetingId
    } catch {
      // What was refused stands in `error`.
      return null
    }
  }

  return {
    put,
    isPending: schedule.isPending || remove.isPending || add.isPending,
    error: schedule.error ?? remove.error ?? add.error,
  }
}
