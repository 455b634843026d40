import type { ListingId } from '#domain/ids.ts'
import type { AgendaItem } from '#domain/meeting.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { watchDraft } from '../../../ui/drafts.ts'

const keepEverySeconds = 10
const tickMs = 250

export type CaseClock = { readonly seconds: number; readonly isRunning: boolean; readonly toggle: () => void }

/**
 * The clock of the case that the meeting is in: runs while the case is to be heard and nobody has stopped it, goes on from the time stored,
 * and stores its own every ten seconds, when the case is left, and before the app locks.
 */
export function useCaseClock(listing: Pick<AgendaItem, 'listingId' | 'secondsSpent' | 'outcome'> | null): CaseClock {
  const { mutateAsync: keep } = useApiCommand('listings.keepTime', { isQuiet: true })
  const [stopped, setStopped] = useState<ListingId | null>(null)
  const [seconds, setSeconds] = useState(0)
  // What is known of each case by this window, which the answers of the store may lag behind.
  const spent = useRef(new Map<ListingId, number>())
  const id = listing?.listingId ?? null
  // Only says where to begin: an answer that comes later must not start the clock anew.
  const stored = useEffectEvent(() => listing?.secondsSpent ?? 0)
  const isRunning = listing?.outcome === 'waiting' && stopped !== id

  useEffect(() => {
    if (id === null) return
    const before = Math.max(stored(), spent.current.get(id) ?? 0)
    spent.current.set(id, before)
    setSeconds(before)
    if (!isRunning) return
    const startedAt = performance.now()
    const now = () => before + Math.floor((performance.now() - startedAt) / 1000)
    let kept = before
    const save = async () => {
      const secondsSpent = now()
      spent.current.set(id, secondsSpent)
      if (secondsSpent === kept) return
      kept = secondsSpent
      await keep({ listingId: id, secondsSpent })
    }
    const timer = setInterval(() => {
      setSeconds(now())
      if (now() - kept >= keepEverySeconds) save().catch(() => undefined)
    }, tickMs)
    const unwatch = watchDraft(save)
    return () => {
      clearInterval(timer)
      unwatch()
      save().catch(() => undefined)
    }
  }, [id, isRunning, keep])

  return { seconds, isRunning, toggle: () => setStopped((now) => (now === id ? null : id)) }
}
