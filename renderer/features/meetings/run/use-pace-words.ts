import { casePace } from '#domain/meeting-clock.ts'
import type { AgendaItem } from '#domain/meeting.ts'
import { useEffect, useRef } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import type { Say } from './use-turns.ts'

/** Says, once for each case, that the time aimed at is over, and that half as much again is. */
export function usePaceWords(item: AgendaItem | null, seconds: number, aimMinutes: number, say: Say): void {
  const t = useT()
  const pace = casePace(seconds, aimMinutes)
  const id = item?.listingId ?? null
  const before = useRef({ id, pace })
  useEffect(() => {
    const isNew = before.current.id === id && before.current.pace !== pace
    before.current = { id, pace }
    if (isNew && pace !== 'within') say(t(`run.pace.${pace}`, { minutes: aimMinutes }))
  })
}
