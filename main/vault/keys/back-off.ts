import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusalOfFileError } from '../file-errors.ts'
import { writeFileDurably } from './key-file-store.ts'

const Failures = z.strictObject({ count: z.int().min(0), lastAt: z.number() })
const FILE = 'caseboard.attempts'

/** Seconds to wait after so many failures in a row: none for three, then 2, 4, 8 ... 60 (security requirement 10). */
export function secondsToWait(failures: number): number {
  return failures < 4 ? 0 : Math.min(60, 2 ** (failures - 3))
}

/** Counts failed attempts in a file beside the key, so that a restart does not forget them. */
export function backOff(folder: string) {
  const path = join(folder, FILE)
  const read = () => {
    try {
      return Failures.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return { count: 0, lastAt: 0 }
    }
  }
  /** A folder that cannot be written to keeps no count: whoever holds it read-only can try a copy of it elsewhere anyway. */
  const keep = (failures: z.infer<typeof Failures>) => {
    try {
      writeFileDurably(path, JSON.stringify(failures))
    } catch (error) {
      if (refusalOfFileError(error) === null) throw error
    }
  }
  return {
    /** Seconds still to wait at `now` (ms). A clock set back does not shorten the wait: it begins anew, once, and is no longer than the whole of it. */
    remaining(now: number): number {
      const { count, lastAt } = read()
      const wait = secondsToWait(count)
      if (wait === 0) return 0
      if (now < lastAt) {
        keep({ count, lastAt: now })
        return wait
      }
      return Math.max(0, Math.ceil(wait - (now - lastAt) / 1000))
    },
    /** How many attempts have failed since the last that did not. */
    failures: (): number => read().count,
    /** Records one more failure; answers the wait that follows. */
    failed(now: number): number {
      const count = read().count + 1
      keep({ count, lastAt: now })
      return secondsToWait(count)
    },
    succeeded(): void {
      rmSync(path, { force: true })
    },
  }
}
