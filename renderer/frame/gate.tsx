import { lazy, Suspense, useEffect, useState } from 'react'
import { useApiQuery } from '../api.ts'
import type { FirstRunEnd } from '../features/vault/first-run.tsx'
import { LockScreen } from '../features/vault/lock-screen.tsx'
import { queryClient } from '../query-client.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { RestoreWay } from './restore-screen.tsx'

const askStateEveryMs = 10_000
/** The lock screen is drawn before anything else is fetched. */
const afterPaintMs = 300

const loadRecords = async () => ({ default: (await import('./records.tsx')).Records })
const Records = lazy(loadRecords)
const FirstRun = lazy(async () => ({ default: (await import('../features/vault/first-run.tsx')).FirstRun }))
const BrokenScreen = lazy(async () => ({ default: (await import('../features/vault/broken-screen.tsx')).BrokenScreen }))
const RestoreScreen = lazy(async () => ({ default: (await import('./restore-screen.tsx')).RestoreScreen }))
const OlderScreen = lazy(async () => ({ default: (await import('./restore-screen.tsx')).OlderScreen }))

/** Decides what stands before the app: the first run, the lock, a broken file, or nothing. */
export function Gate() {
  const state = useApiQuery('app.state', undefined, { refetchEveryMs: askStateEveryMs })
  const kind = state.data?.kind
  const settings = useApiQuery('settings.get', undefined, { enabled: kind === 'unlocked' })
  const history = useApiQuery('integrity.state', undefined, { enabled: kind === 'unlocked' })
  const hasNoTeam = kind === 'unlocked' && settings.data === null
  const [restoring, setRestoring] = useState<RestoreWay | null>(null)
  const [isInFirstRun, setInFirstRun] = useState(false)
  const [startsAt, setStartsAt] = useState<FirstRunEnd>('home')
  const startsFirstRun = kind === 'firstRun' || hasNoTeam

  // The first run goes on to its last step although the records are open by then; a lock ends it.
  if (startsFirstRun && !isInFirstRun) setInFirstRun(true)
  if (kind === 'locked' && isInFirstRun) setInFirstRun(false)

  useEffect(() => {
    if (kind !== 'locked') return
    // Nothing that was shown may stay behind the lock; the window is reloaded too where main can.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.state' })
    // The lock screen is there; what comes after it may be fetched while the passphrase is typed.
    const timer = setTimeout(() => void loadRecords(), afterPaintMs)
    return () => clearTimeout(timer)
  }, [kind])

  const restoreBackup = () => setRestoring('backup')

  function endFirstRun(end: FirstRunEnd): void {
    setStartsAt(end)
    setInFirstRun(false)
  }

  if (state.error) return <RefusalNotice error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return null
  if (restoring !== null) {
    return (
      <Suspense fallback={null}>
        <RestoreScreen key={restoring} way={restoring} onEnd={() => setRestoring(null)} />
      </Suspense>
    )
  }
  if (kind !== 'locked' && (isInFirstRun || startsFirstRun)) {
    return (
      <Suspense fallback={null}>
        <FirstRun
          startsAtTeam={hasNoTeam}
          folder={state.data.kind === 'firstRun' ? state.data.folder : 'writable'}
          onEnd={endFirstRun}
          onRestore={restoreBackup}
        />
      </Suspense>
    )
  }
  switch (state.data.kind) {
    case 'firstRun':
      return null
    case 'locked':
      return <LockScreen onRestore={restoreBackup} onSalvage={() => setRestoring('salvage')} />
    case 'broken':
      return (
        <Suspense fallback={null}>
          <BrokenScreen problem={state.data.problem} onRestore={restoreBackup} />
        </Suspense>
      )
    case 'unlocked':
      if (settings.error) return <RefusalNotice error={settings.error} onRetry={() => void settings.refetch()} />
      if (!settings.data) return null
      if (history.data?.mustDecide === true && (history.data.history.kind === 'older' || history.data.history.kind === 'otherHistory')) {
        return (
          <Suspense fallback={null}>
            <OlderScreen history={history.data.history} onRestore={restoreBackup} />
          </Suspense>
        )
      }
      // Asked before the first screen: records that are older than they were are not shown as if nothing were the matter.
      if (history.data === undefined && history.error === null) return null
      return (
        <Suspense fallback={null}>
          <Records startsAt={startsAt} />
        </Suspense>
      )
  }
}
