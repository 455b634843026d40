import type { ActionRow } from '#domain/action.ts'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'

/** `reason`: opened by a key that asks for a reason, so it goes again when that is done. */
type Purpose = 'details' | 'reason'

/** The action in the side panel, as the record has it now: also where the table's filter no longer shows it. */
export function useOpenAction() {
  const [open, setOpen] = useState<{ readonly row: ActionRow; readonly purpose: Purpose } | null>(null)
  // Its reference finds it, whatever the filter: there is no operation for one action alone.
  const found = useApiQuery(
    'actions.list',
    { search: open?.row.reference ?? '', state: 'all', sort: 'reference', limit: 10 },
    { enabled: open !== null },
  )
  const now = open === null ? undefined : found.data?.rows.find((row) => row.id === open.row.id)
  return {
    row: open === null ? null : (now ?? open.row),
    openFor: (row: ActionRow, purpose: Purpose) => {
      setOpen((before) => (purpose === 'reason' && before?.row.id === row.id ? before : { row, purpose }))
    },
    close: () => setOpen(null),
    closeAfterReason: () => setOpen((before) => (before?.purpose === 'reason' ? null : before)),
  }
}
