import type { ReturnReview } from '#contract'
import type { ActionId } from '#domain/ids.ts'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import type { DroppedFile } from '../../ui/file-drop.tsx'

export type ReturnState =
  | { readonly kind: 'none' }
  /** The file is kept here, so that it need not be chosen again. */
  | { readonly kind: 'password'; readonly file: DroppedFile }
  | { readonly kind: 'review'; readonly file: DroppedFile; readonly password: string; readonly review: ReturnReview }

/** A list that came back: read, looked at, taken over or put aside. Nothing of it is stored before that. */
export function useReturn(onNotice: (text: string) => void) {
  const t = useT()
  const [state, setState] = useState<ReturnState>({ kind: 'none' })
  // Reading changes nothing, so no screen needs to be asked anew.
  const ask = useApiCommand('sharing.readReturn', { isQuiet: true })
  const accept = useApiCommand('sharing.acceptReturn')

  function read(file: DroppedFile, password: string): void {
    accept.reset()
    ask.mutate(
      { ...file, password },
      {
        onSuccess: (review) => setState({ kind: 'review', file, password, review }),
        onError: ({ refusal }) => setState(refusal.code === 'returnPasswordUnknown' ? { kind: 'password', file } : { kind: 'none' }),
      },
    )
  }

  return {
    state,
    read,
    isReading: ask.isPending,
    readError: ask.error,
    isAccepting: accept.isPending,
    acceptError: accept.error,
    accept: (review: ReturnReview, actionIds: readonly ActionId[]) => {
      accept.mutate(
        { token: review.token, actionIds: [...actionIds] },
        {
          onSuccess: ({ applied }) => {
            setState({ kind: 'none' })
            onNotice(t('sharing.return.applied', { count: applied, agency: review.agencyName }))
          },
        },
      )
    },
    putAside: () => {
      accept.reset()
      setState({ kind: 'none' })
    },
  }
}

export type Returned = ReturnType<typeof useReturn>
