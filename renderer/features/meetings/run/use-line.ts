import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { RefusalError } from '../../../refusal-error.ts'
import { useDraft } from '../../../ui/use-draft.ts'

export type Line = {
  readonly text: string
  /** False until it is known whether words of earlier were kept. */
  readonly isReady: boolean
  readonly setText: (text: string) => void
  /** Sends what stands in the line and empties it at once, for the next words; a refusal puts it back. */
  readonly send: (run: (text: string) => Promise<unknown>) => void
  readonly error: RefusalError | null
}

/** A line of the meeting that is sent by Enter; what is not sent yet is kept in the store as it is typed. */
export function useLine(key: string, initial = ''): Line {
  const draft = useDraft(key, initial, (stored) => z.string().safeParse(stored).data ?? null)
  const [error, setError] = useState<RefusalError | null>(null)
  const latest = useRef(draft.value)
  useEffect(() => {
    latest.current = draft.value
  })
  const { set, discard } = draft

  const setText = useCallback(
    (text: string) => {
      latest.current = text
      set(text)
      setError(null)
    },
    [set],
  )

  const send = useCallback(
    (run: (text: string) => Promise<unknown>) => {
      const text = latest.current
      setText('')
      run(text)
        .then(
          // Something may have been typed since: that stays, and takes the place of what was kept.
          () => (latest.current === '' ? discard() : undefined),
          (refused: unknown) => {
            setText(latest.current === '' ? text : `${text} ${latest.current}`)
            if (refused instanceof RefusalError) setError(refused)
          },
        )
        .catch(() => undefined)
    },
    [setText, discard],
  )

  return { text: draft.value, isReady: draft.isReady, setText, send, error }
}
