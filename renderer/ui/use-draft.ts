import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import { watchDraft } from './drafts.ts'

const saveAfterMs = 600

export type Draft<T> = {
  readonly value: T
  readonly set: (change: T | ((value: T) => T)) => void
  /** False until the store has said whether there is something to restore; show the form from then on. */
  readonly isReady: boolean
  /** True when what is shown was typed earlier and never saved. */
  readonly isRestored: boolean
  /** Forgets the draft: after the form was saved, or to start afresh from `initial`. */
  readonly discard: () => Promise<void>
}

/**
 * The state of a form, kept in the encrypted store as it is typed, so that a lock or a crash loses nothing. `key` is `<form>:<what it edits>`,
 * for example `referral:new`; never a name. `restore` turns the stored JSON into the form's state, or gives null where it no longer fits.
 */
export function useDraft<T>(key: string, initial: T, restore: (stored: unknown) => T | null): Draft<T> {
  const [value, setValue] = useState(initial)
  const [status, setStatus] = useState<'asking' | 'fresh' | 'restored'>('asking')
  const latest = useRef({ value: initial, isDirty: false, key, initial, restore })

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async () => {
    const { current } = latest
    if (!current.isDirty) return
    current.isDirty = false
    await call('drafts.save', { key: current.key, content: JSON.stringify(current.value) })
  }, [])

  useEffect(() => {
    let isOver = false
    latest.current.key = key
    call('drafts.get', { key }).then(
      (content) => {
        if (isOver) return
        const stored = content === null || latest.current.isDirty ? null : latest.current.restore(parse(content))
        if (stored !== null) {
          latest.current.value = stored
          setValue(stored)
        }
        setStatus(stored === null ? 'fresh' : 'restored')
      },
      () => {
        if (!isOver) setStatus('fresh')
      },
    )
    const unwatch = watchDraft(save)
    return () => {
      isOver = true
      unwatch()
      clearTimeout(timer.current)
      save().catch(() => undefined)
    }
  }, [key, save])

  const set = useCallback(
    (change: T | ((value: T) => T)) => {
      const next = isChange(change) ? change(latest.current.value) : change
      latest.current.value = next
      latest.current.isDirty = true
      setValue(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        save().catch(() => undefined)
      }, saveAfterMs)
    },
    [save],
  )

  const discard = useCallback(async () => {
    const { current } = latest
    current.isDirty = false
    current.value = current.initial
    setValue(current.initial)
    setStatus('fresh')
    await call('drafts.remove', { key: current.key })
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
