import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useApiQuery } from '../api.ts'
import { BrokenScreen } from '../features/vault/broken-screen.tsx'
import { FirstRun, type FirstRunEnd } from '../features/vault/first-run.tsx'
import { LockScreen } from '../features/vault/lock-screen.tsx'
import { router } from '../router.tsx'
import { queryClient } from '../query-client.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { NamesProvider } from './names-provider.tsx'

const askStateEveryMs = 10_000

/** Decides what stands before the app: the first run, the lock, a broken file, or nothing. */
export function Gate() {
  const state = useApiQuery('app.state', undefined, { refetchEveryMs: askStateEveryMs })
  const kind = state.data?.kind
  const settings = useApiQuery('settings.get', undefined, { enabled: kind === 'unlocked' })
  const hasNoTeam = kind === 'unlocked' && settings.data === null
  const [isInFirstRun, setInFirstRun] = useState(false)
  const startsFirstRun = kind === 'firstRun' || hasNoTeam

  // The first run goes on to its last step although the records are open by then; a lock ends it.
  if (startsFirstRun && !isInFirstRun) setInFirstRun(true)
  if (kind === 'locked' && isInFirstRun) setInFirstRun(false)

  useEffect(() => {
    if (kind !== 'locked') return
    // Nothing that was shown may stay behind the lock; the window is reloaded too where main can.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.state' })
    router.history.replace('/')
  }, [kind])

  function endFirstRun(end: FirstRunEnd): void {
    setInFirstRun(false)
    if (end === 'import') void router.navigate({ to: '/cases/import', search: { kind: 'referrals' } })
  }

  if (state.error) return <RefusalNotice error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return null
  if (kind !== 'locked' && (isInFirstRun || startsFirstRun)) {
    return (
      <FirstRun startsAtTeam={hasNoTeam} folder={state.data.kind === 'firstRun' ? state.data.folder : 'writable'} onEnd={endFirstRun} />
    )
  }
  switch (state.data.kind) {
    case 'firstRun':
      return null
    case 'locked':
      return <LockScreen />
    case 'broken':
      return <BrokenScreen problem={state.data.problem} />
    case 'unlocked':
      if (settings.error) return <RefusalNotice error={settings.error} onRetry={() => void settings.refetch()} />
      if (!settings.data) return null
      return (
        <NamesProvider>
          <RouterProvider router={router} />
        </NamesProvider>
      )
  }
}
