import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { type ApiOutput, apiKey, call, useApiQuery } from '../api.ts'
import { flushDrafts } from '../ui/drafts.ts'
import { useNow } from '../ui/use-now.ts'

const touchEveryMs = 5_000
/** In base.css. */
const coveredClass = 'cb-covered'
const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells main of activity (at most every 5 s), and gives the seconds until the vault locks by itself and the way to lock now. */
export function useAutoLock(): { readonly secondsLeft: number | null; readonly lock: () => void } {
  const client = useQueryClient()
  const { data: state, dataUpdatedAt } = useApiQuery('app.state')
  const now = useNow(1000)
  const lastTouch = useRef(0)

  useEffect(() => {
    function touched(): void {
      const at = Date.now()
      if (at - lastTouch.current < touchEveryMs) return
      lastTouch.current = at
      call('app.touch').then(
        ({ locksInSeconds }) =>
          client.setQueryData<ApiOutput<'app.state'>>(apiKey('app.state'), (before) =>
            before?.kind === 'unlocked' ? { kind: 'unlocked', locksInSeconds } : before,
          ),
        () => undefined,
      )
    }
    for (const kind of activity) window.addEventListener(kind, touched, { passive: true })
    return () => {
      for (const kind of activity) window.removeEventListener(kind, touched)
    }
  }, [client])

  // Before the system locks its screen or the window goes, the window is mostly left first: what was typed last is then safe already.
  useEffect(() => {
    const left = () => void flushDrafts()
    window.addEventListener('blur', left)
    window.addEventListener('pagehide', left)
    return () => {
      window.removeEventListener('blur', left)
      window.removeEventListener('pagehide', left)
    }
  }, [])

  const lock = useCallback(() => {
    // Nothing is shown from this frame on, also not what lies above the page: the drafts are kept, and main ends the page.
    document.documentElement.classList.add(coveredClass)
    void (async () => {
      await flushDrafts()
      await call('app.lock').catch(() => undefined)
      await client.invalidateQueries({ queryKey: ['app.state'] })
      document.documentElement.classList.remove(coveredClass)
    })()
  }, [client])

  if (state?.kind !== 'unlocked') return { secondsLeft: null, lock }
  const sinceAnswer = Math.max(0, now - dataUpdatedAt) / 1000
  return { secondsLeft: Math.max(0, Math.round(state.locksInSeconds - sinceAnswer)), lock }
}
