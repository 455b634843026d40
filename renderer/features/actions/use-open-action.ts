import type { ActionRow } from '#domain/action.ts'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'

/** `reason`: opened by a key that asks for a reason, so it goes again when that is done. */
type Purpose = 'details' | 'reason'

type Open = { readonly reference: string; readonly row: ActionRow | null; readonly purpose: Purpose }

/**
 * The action in the side panel, as the record has it now: also where the table's filter no longer shows it. `asked` is the reference of the
 * one that the address opens; when that one is closed, `onAskedClosed` leads back to where it was asked for.
 */
export function useOpenAction(asked: string | undefined, onAskedClosed: () => void) {
  const [open, setOpen] = useState<Open | null>(asked === undefined ? null : { reference: asked, row: null, purpose: 'details' })
  // Its reference finds it, whatever the filter: there is no operation for one action alone.
  const found = useApiQuery(
    'actions.list',
    { search: open?.reference ?? '', state: 'all', sort: 'reference', limit: 10 },
    { enabled: open !== null },
  )
  const now = open === null ? undefined : found.data?.rows.find((row) => row.reference === open.reference)
  return {
    row: open === null ? null : (now ?? open.row),
    openFor: (row: ActionRow, purpose: Purpose) => {
      setOpen((before) =>
        purpose === 'reason' && before?.reference === row.reference ? before : { reference: row.reference, row, purpose },
      )
    },
    close: () => {
      setOpen(null)
      if (asked !== undefined && open?.reference === asked) onAskedClosed()
    },
    closeAfterReason: () => setOpen((before) => (before?.purpose === 'reason' ? null : before)),
  }
}
