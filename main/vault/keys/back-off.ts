import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusalOfFileError } from '../file-errors.ts'
import { writeFileDurably } from './key-file-store.ts'

/** An unlock that failed: when, and whether with a passphrase or a recovery key. What was typed is kept nowhere. */
const FailedUnlock = z.strictObject({ at: z.iso.datetime(), way: z.enum(['passphrase', 'recovery']) })
export type FailedUnlock = z.infer<typeof FailedUnlock>

/** `unlocks`: those that the log has yet to take over, since it is shut as well. */
const Failures = z.strictObject({ count: z.int().min(0), lastAt: z.number(), unlocks: z.array(FailedUnlock).default([]) })
const FILE = 'caseboard.attempts'
/** Whoever tries for a year must not fill the disk. */
const MOST_UNLOCKS = 1000

/** Seconds to wait after so many failures in a row: none for three, then 2, 4, 8 ... 60 (security requirement 10). */
export function secondsToWait(failures: number): number {
  return failures < 4 ? 0 : Math.min(60, 2 ** (failures - 3))
}

/** Counts failed attempts in a file beside the key, so that a restart does not forget them. */
export function backOff(folder: string) {
  const path = join(folder, FILE)
  /** What a full disk did not take: it counts as long as the app runs. */
  let unkept: z.infer<typeof Failures> | null = null
  const read = (): z.infer<typeof Failures> => {
    if (unkept !== null) return unkept
    try {
      return Failures.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return { count: 0, lastAt: 0, unlocks: [] }
    }
  }
  /** A folder that cannot be written to keeps no count over a restart: whoever holds it read-only can try a copy of it elsewhere anyway. */
  const keep = (failures: z.infer<typeof Failures>) => {
    unkept = failures
    try {
      writeFileDurably(path, JSON.stringify(failures))
      unkept = null
    } catch (error) {
      if (refusalOfFileError(error) === null) throw error
    }
  }
  const forget = () => {
    unkept = null
    rmSync(path, { force: true })
  }
  let lastAttempt: Promise<unknown> = Promise.resolve()
  return {
    /** Runs an attempt after the one before it has ended, wherever it was made, so that attempts sent at once do not all pass the wait together. */
    inTurn<T>(attempt: () => Promise<T>): Promise<T> {
      const mine = lastAttempt.then(attempt)
      lastAttempt = mine.catch(() => undefined)
      return mine
    },
    /** Seconds still to wait at `now` (ms). A clock set back does not shorten the wait: it begins anew, once, and is no longer than the whole of it. */
    remaining(now: number): number {
      const { count, lastAt, unlocks } = read()
      const wait = secondsToWait(count)
      if (wait === 0) return 0
      if (now < lastAt) {
        keep({ count, lastAt: now, unlocks })
        return wait
      }
      return Math.max(0, Math.ceil(wait - (now - lastAt) / 1000))
    },
    /** The failed unlocks that the log has not taken over yet, oldest first. */
    failedUnlocks: (): readonly FailedUnlock[] => read().unlocks,
    /** The log has them. */
    noted(): void {
      forget()
    },
    /** Records one more failure; answers the wait that follows. `way` where it was an unlock, which the log has to be told of later. */
    failed(now: number, way?: FailedUnlock['way']): number {
      const before = read()
      const count = before.count + 1
      const unlocks = way ? [...before.unlocks, { at: new Date(now).toISOString(), way }].slice(-MOST_UNLOCKS) : before.unlocks
      keep({ count, lastAt: now, unlocks })
      return secondsToWait(count)
    },
    succeeded(): void {
      const { unlocks } = read()
      if (unlocks.length === 0) forget()
      else keep({ count: 0, lastAt: 0, unlocks })
    },
  }
}

export type BackOff = ReturnType<typeof backOff>
