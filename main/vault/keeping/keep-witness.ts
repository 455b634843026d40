import { auditHead, type ReadDb } from '#db'
import { type WitnessKey, writeWitness } from './witness.ts'

/** A change is witnessed this much later at most, while the program runs: one small file in so many seconds costs no change its speed. */
const DELAY_MS = 2000

export type WitnessKeeper = {
  /** Something may have been committed. */
  readonly touch: () => void
  /** Writes the witness now, where the store has moved on. */
  readonly keepUp: () => void
  /** Whether the last attempt to write it failed, as on a full disk. */
  readonly isBehind: () => boolean
  /** Stops writing it by itself. */
  readonly stop: () => void
}

/**
 * Writes the witness after the fact: never before the change itself is on the disk, and never so that an answer waits for it. Nothing is
 * written while `isHeld` says that the person has yet to decide about an older store, lest the only trace of the newer one goes.
 */
export function witnessKeeper(db: ReadDb, folder: string, key: WitnessKey, isHeld: () => boolean): WitnessKeeper {
  let timer: NodeJS.Timeout | null = null
  let written: number | null = null
  let hasFailed = false

  const keepUp = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (isHeld()) return
    const head = auditHead(db)
    if (written !== null && (head?.seq ?? 0) === written) return
    try {
      writeWitness(folder, key, head)
      written = head?.seq ?? 0
      hasFailed = false
    } catch {
      // A full disk, a stick pulled out: the store says so itself when it is written to. The witness is only behind, which is shown.
      hasFailed = true
    }
  }

  return {
    touch: () => {
      timer ??= setTimeout(keepUp, DELAY_MS).unref()
    },
    keepUp,
    isBehind: () => hasFailed,
    stop: () => {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
