/** Both clocks, in milliseconds. The monotonic one stands still while the computer sleeps, the wall clock can be set: each covers the other. */
export type Clocks = { readonly monotonic: () => number; readonly wall: () => number }

export type LockReason = 'idle' | 'asked' | 'system' | 'vaultEnded' | 'pageGone' | 'restored' | 'keysChanged'

export type Lock = {
  /** True while the vault is open. Looks at the clocks first, and locks when the time is up (security.md 15). */
  readonly isUnlocked: () => boolean
  /** Milliseconds until the idle lock; 0 when locked. Looks at the clocks first, as `isUnlocked` does. */
  readonly locksInMs: () => number
  /** The same in whole seconds, rounded up. */
  readonly locksInSeconds: () => number
  /** The vault has been opened. */
  readonly unlocked: () => void
  /** The person did something: the count-down starts anew. */
  readonly touch: () => void
  readonly lock: (reason: LockReason) => void
  /** True once after each lock: what lies in the folder is known then. */
  readonly hasJustLocked: () => boolean
  /** How long without a touch until it locks. */
  readonly setLimit: (minutes: number) => void
}

const DEFAULT_MINUTES = 10

/** The lock by elapsed time and by hand. `onLock` is called once for each time that an open vault is locked. */
export function createLock(clocks: Clocks, onLock: (reason: LockReason) => void): Lock {
  let limit = DEFAULT_MINUTES * 60_000
  let isFresh = false
  let touched: { readonly monotonic: number; readonly wall: number } | null = null

  const now = () => ({ monotonic: clocks.monotonic(), wall: clocks.wall() })

  /** Milliseconds since the last touch. A wall clock set back counts as time gone by, lest it buy somebody an open vault. */
  const elapsed = (since: { readonly monotonic: number; readonly wall: number }): number => {
    const { monotonic, wall } = now()
    return Math.max(monotonic - since.monotonic, Math.abs(wall - since.wall))
  }

  const lock = (reason: LockReason): void => {
    if (touched === null) return
    touched = null
    isFresh = true
    onLock(reason)
  }

  const isUnlocked = (): boolean => {
    if (touched !== null && elapsed(touched) >= limit) lock('idle')
    return touched !== null
  }

  const locksInMs = (): number => (isUnlocked() && touched !== null ? Math.max(0, limit - elapsed(touched)) : 0)

  return {
    isUnlocked,
    lock,
    locksInMs,
    locksInSeconds: () => Math.ceil(locksInMs() / 1000),
    unlocked: () => {
      touched = now()
    },
    touch: () => {
      if (isUnlocked()) touched = now()
    },
    hasJustLocked: () => {
      const was = isFresh
      isFresh = false
      return was
    },
    setLimit: (minutes) => {
      limit = minutes * 60_000
    },
  }
}
