import type { MeetingRow } from '#domain/meeting.ts'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { apiKey, call } from '../../api.ts'
import { type ShareCounts, shareCounts } from './share-counts.ts'

/** A meeting and how its lists stand: `null` until that was counted, `unknown` where it was refused. */
export type CountedMeeting = { readonly meeting: MeetingRow; readonly counts: ShareCounts | null | 'unknown' }

/**
 * Counts the lists of the meetings in their order, one meeting after the other: each count reads every text that would go out, and what a
 * person asks for meanwhile must not stand behind all of them.
 */
export function useShareCounts(meetings: readonly MeetingRow[]): readonly CountedMeeting[] {
  const [reach, setReach] = useState(0)
  const answers = useQueries({
    queries: meetings.map(({ id }, index) => ({
      queryKey: apiKey('sharing.overview', { meetingId: id }),
      queryFn: () => call('sharing.overview', { meetingId: id }),
      enabled: index <= reach,
    })),
  })
  const waiting = answers.findIndex((answer) => answer.isPending)
  const next = waiting < 0 ? meetings.length : waiting
  if (next > reach) setReach(next)
  return meetings.map((meeting, index) => {
    const answer = answers[index]
    if (answer?.isError === true) return { meeting, counts: 'unknown' }
    return { meeting, counts: answer?.data === undefined ? null : shareCounts(answer.data) }
  })
}
