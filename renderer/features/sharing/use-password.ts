import type { AgencyId } from '#domain/ids.ts'
import { useState } from 'react'
import { call } from '../../api.ts'
import { RefusalError } from '../../refusal-error.ts'

/** Fetches a password when it is asked to be shown, and keeps it nowhere: not in the cache of answers either. */
export function usePassword(onPassword: (agencyId: AgencyId, password: string) => void) {
  const [error, setError] = useState<RefusalError | null>(null)
  return {
    error,
    fetch: (agencyId: AgencyId) => {
      setError(null)
      call('sharing.password', { agencyId }).then(
        ({ password }) => onPassword(agencyId, password),
        (problem: unknown) => setError(problem instanceof RefusalError ? problem : new RefusalError({ code: 'unexpected', incident: '' })),
      )
    },
  }
}
