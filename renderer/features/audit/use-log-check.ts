import type { AuditStanding } from '#domain/audit/entry.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiKey, call, useApiQuery } from '../../api.ts'

const askWhileCheckingMs = 300
const askOtherwiseMs = 5000

export type LogCheck = { readonly standing: AuditStanding | undefined; readonly error: Error | null; readonly begin: () => void }

/** How the chain of the log stands, asked often while it is being checked; `begin` checks all of it. */
export function useLogCheck(): LogCheck {
  const client = useQueryClient()
  const known = client.getQueryData<AuditStanding>(apiKey('audit.standing'))
  const isRunning = known === undefined || known.kind === 'checking' || known.kind === 'waiting'
  const standing = useApiQuery('audit.standing', undefined, {
    keepsPrevious: true,
    refetchEveryMs: isRunning ? askWhileCheckingMs : askOtherwiseMs,
  })
  const verify = useMutation({
    mutationFn: () => call('audit.verify'),
    onSuccess: (now) => client.setQueryData(apiKey('audit.standing'), now),
  })
  return { standing: standing.data, error: standing.error ?? verify.error, begin: () => verify.mutate() }
}
