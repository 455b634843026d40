import type { CaseId } from '#domain/ids.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'

/** Whether somebody has said that a restricted case may be shown here; forgotten at the lock, and some minutes after its page was left. */
export function useOpenedRestricted(caseId: CaseId): { readonly isOpened: boolean; readonly open: () => void } {
  const client = useQueryClient()
  const queryKey = ['restriction.opened', caseId] as const
  const { data } = useQuery({ queryKey, queryFn: () => false, enabled: false })
  return { isOpened: data === true, open: () => client.setQueryData(queryKey, true) }
}
