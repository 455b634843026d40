/** Where a draft is kept. Both may be refused, by a full disk for example. */
export type DraftStore = { readonly save: (content: string) => Promise<unknown>; readonly remove: () => Promise<unknown> }

export type DraftKeeper<T> = {
  readonly value: () => T
  /** Takes what was typed; it is saved soon after the last keystroke, and every now and then while the typing goes on. */
  readonly change: (value: T) => void
  /**
   * Takes what the store had; says whether it did. Where something was typed meanwhile, that stays alone, or `join` puts the two together.
   */
  readonly restore: (value: T, join?: (stored: T, typed: T) => T) => boolean
  /** Saves now what is not yet saved. Rejects where that is refused; it is then tried again, by itself and at the next flush. */
  readonly flush: () => Promise<void>
  /** Forgets the draft and starts from `value`. */
  readonly discard: (value: T) => Promise<void>
  /** Ends by saving what is left. */
  readonly end: () => void
}

const saveAfterMs = 600
/** Somebody who types without a pause would lose it all to a computer that is shut: this much at most. */
const saveWhileTypingMs = 1_500
const tryAgainAfterMs = 5_000

/** Keeps what is typed into one form in the store, as it is typed. */
export function draftKeeper<T>(initial: T, store: DraftStore): DraftKeeper<T> {
  let current = initial
  let isDirty = false
  let isOver = false
  /** Counts what was typed or thrown away. */
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let whileTyping: ReturnType<typeof setTimeout> | undefined

  function saveAfter(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush().catch(() => undefined), milliseconds)
  }

  function stopTimers(): void {
    clearTimeout(timer)
    clearTimeout(whileTyping)
    whileTyping = undefined
  }

  async function flush(): Promise<void> {
    stopTimers()
    if (!isDirty) return
    isDirty = false
    const sent = turn
    try {
      await store.save(JSON.stringify(current))
    } catch (error) {
      // What was thrown away or typed over meanwhile is not brought back.
      if (sent === turn) {
        isDirty = true
        if (!isOver) saveAfter(tryAgainAfterMs)
      }
      throw error
    }
  }

  function change(value: T): void {
    current = value
    turn += 1
    isDirty = true
    saveAfter(saveAfterMs)
    whileTyping ??= setTimeout(() => void flush().catch(() => undefined), saveWhileTypingMs)
  }

  return {
    value: () => current,
    change,
    restore: (value, join) => {
      // Whether it is saved meanwhile or not: what was typed is not replaced, and what was thrown away does not come back.
      if (turn === 0) current = value
      else if (join === undefined || current === initial) return false
      else change(join(value, current))
      return true
    },
    flush,
    discard: async (value) => {
      stopTimers()
      current = value
      turn += 1
      isDirty = false
      await store.remove()
    },
    end: () => {
      isOver = true
      flush().catch(() => undefined)
    },
  }
}
