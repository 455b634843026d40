import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RefusalError } from './refusal-error.ts'

/** A `locked` refusal anywhere asks the app's state again, and the gate then shows the lock screen. */
function noticeLock(error: Error): void {
  if (error instanceof RefusalError && error.refusal.code === 'locked') void queryClient.invalidateQueries({ queryKey: ['app.state'] })
}

/** Nothing changes but by our own commands, and there is no network: answers stay fresh until a command succeeds. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLock }),
  mutationCache: new MutationCache({ onError: noticeLock }),
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
