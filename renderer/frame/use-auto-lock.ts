import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { apiKey, call, useApiQuery } from '../api.ts'
import { flushDrafts } from '../ui/drafts.ts'

const touchEveryMs = 5_000
const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells main of activity (at most every 5 s), and gives the seconds until the vault locks by itself and the way to lock now. */
export function useAutoLock(): { readonly secondsLeft: number | null; readonly lock: () => void } {
  const client = useQueryClient()
  const state = useApiQuery('app.state')
  const locksInSeconds = state.data?.kind === 'unlocked' ? state.data.locksInSeconds : null
  const [deadline, setDeadline] = useState<number | null>(null)
  const [now, setNow] = useState(() => Date.now())
  const lastTouch = useRef(0)
  const answeredAt = state.dataUpdatedAt

  useEffect(() => {
    if (locksInSeconds !== null) setDeadline(answeredAt + locksInSeconds * 1000)
  }, [locksInSeconds, answeredAt])

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    function touched(): void {
      const at = Date.now()
      if (at - lastTouch.current < touchEveryMs) return
      lastTouch.current = at
      call('app.touch').then(
        (answer) => setDeadline(Date.now() + answer.locksInSeconds * 1000),
        () => undefined,
      )
    }
    for (const kind of activity) window.addEventListener(kind, touched, { passive: true })
    return () => {
      for (const kind of activity) window.removeEventListener(kind, touched)
    }
  }, [])

  const lock = useCallback(() => {
    void (async () => {
      await flushDrafts()
      await call('app.lock').catch(() => undefined)
      await client.invalidateQueries({ queryKey: [apiKey('app.state')[0]] })
    })()
  }, [client])

  return { secondsLeft: deadline === null ? null : Math.max(0, Math.round((deadline - now) / 1000)), lock }
}
