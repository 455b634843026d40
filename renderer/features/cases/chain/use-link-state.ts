import type { Link } from '#domain/record/chain-order.ts'
import type { LinkState } from '#domain/record/chain-link.ts'
import { useApiCommand } from '../../../api.ts'
import { today } from '../../../ui/today.ts'

/** Changes the state of a link in place. What is done has happened: a day that is still to come, or none, becomes today. */
export function useLinkState() {
  const save = useApiCommand('record.save')
  return {
    error: save.error,
    change: ({ id, caseId, version, content, provenance }: Link, state: LinkState, onDone: () => void) => {
      if (save.isPending || content.state === state) return
      const now = today()
      const on = state === 'done' && (content.on === null || content.on > now) ? now : content.on
      save.mutate({ caseId, id, version, content: { ...content, state, on }, provenance }, { onSuccess: onDone })
    },
  }
}
