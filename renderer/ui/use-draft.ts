import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { type DraftKeeper, draftKeeper } from './draft-keeper.ts'
import { watchDraft } from './drafts.ts'

export type Draft<T> = {
  readonly value: T
  readonly set: (change: T | ((value: T) => T)) => void
  /** False until the store has said whether there is something to restore; show the form from then on, unless it was given `join`. */
  readonly isReady: boolean
  /** True when what is shown was typed earlier and never saved. */
  readonly isRestored: boolean
  /** Forgets the draft: after the form was saved, or to start afresh from `initial`. */
  readonly discard: () => Promise<void>
}

/**
 * The state of a form, kept in the encrypted store as it is typed, so that a lock or a crash loses nothing. `key` is `<form>:<what it edits>`,
 * for example `referral:new`; never a name; it stays the same while the form is mounted. `restore` turns the stored JSON into the form's state,
 * or gives null where it no longer fits. A form that is shown before that gives `join`, which puts what the store had together with what was
 * typed until then.
 */
export function useDraft<T>(key: string, initial: T, restore: (stored: unknown) => T | null, join?: (stored: T, typed: T) => T): Draft<T> {
  const [value, setValue] = useState(initial)
  const [status, setStatus] = useState<'asking' | 'fresh' | 'restored'>('asking')
  const keeper = useRef<DraftKeeper<T> | null>(null)
  const latest = useRef({ initial, restore, join })
  useEffect(() => {
    latest.current = { initial, restore, join }
  })

  useEffect(() => {
    let isOver = false
    const mine = draftKeeper(latest.current.initial, {
      save: (content) => call('drafts.save', { key, content }),
      remove: () => call('drafts.remove', { key }),
    })
    keeper.current = mine
    call('drafts.get', { key }).then(
      (content) => {
        if (isOver) return
        const stored = content === null ? null : latest.current.restore(parse(content))
        const isRestored = stored !== null && mine.restore(stored, latest.current.join)
        if (isRestored) setValue(mine.value())
        setStatus(isRestored ? 'restored' : 'fresh')
      },
      () => {
        if (!isOver) setStatus('fresh')
      },
    )
    const unwatch = watchDraft(mine.flush)
    return () => {
      isOver = true
      unwatch()
      mine.end()
    }
  }, [key])

  const set = useCallback((change: T | ((value: T) => T)) => {
    const { current } = keeper
    if (current === null) return
    const next = isChange(change) ? change(current.value()) : change
    current.change(next)
    setValue(next)
  }, [])

  const discard = useCallback(async () => {
    const { initial: afresh } = latest.current
    setValue(afresh)
    setStatus('fresh')
    await keeper.current?.discard(afresh)
  }, [])

  return { value, set, isReady: status !== 'asking', isRestored: status === 'restored', discard }
}

function isChange<T>(change: T | ((value: T) => T)): change is (value: T) => T {
  return typeof change === 'function'
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
