import type { SharedList } from '#contract'
import type { AgencyId } from '#domain/ids.ts'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'

type Shown = { readonly agencyId: AgencyId; readonly password: string }

/** Saves lists of a meeting, and keeps what was saved and the one password that is being shown. */
export function useSaveLists(meetingId: number) {
  const [saved, setSaved] = useState<readonly SharedList[]>([])
  const [shown, setShown] = useState<Shown | null>(null)
  const [going, setGoing] = useState<readonly AgencyId[]>([])
  const ask = useApiCommand('sharing.save', {
    onDone: (lists) => {
      setSaved(lists)
      const [only] = lists
      // One list: its password is the next thing needed. Several: one at a time, when the agency is chosen.
      setShown(lists.length === 1 && only ? { agencyId: only.agencyId, password: only.password } : null)
    },
  })

  return {
    saved,
    error: ask.error,
    /** The agencies whose lists are being made; empty while nothing is. */
    going: ask.isPending ? going : [],
    save: (agencyIds: readonly AgencyId[]) => {
      if (ask.isPending || agencyIds.length === 0) return
      setSaved([])
      setGoing(agencyIds)
      ask.mutate({ meetingId, agencyIds: [...agencyIds] })
    },
    dismiss: () => setSaved([]),
    passwordOf: (agencyId: AgencyId) => (shown?.agencyId === agencyId ? shown.password : null),
    show: (agencyId: AgencyId, password: string | null) => setShown(password === null ? null : { agencyId, password }),
  }
}
