import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
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
  return {
    /** Seconds still to wait at `now` (ms). A clock set back does not shorten the wait, nor make it longer than the whole of it. */
    remaining(now: number): number {
      const { count, lastAt } = read()
      const wait = secondsToWait(count)
      const passed = (now - lastAt) / 1000
      return passed < 0 ? wait : Math.max(0, Math.ceil(wait - passed))
    },
    /** Records one more failure; answers the wait that follows. A folder that cannot be written to keeps no count. */
    failed(now: number): number {
      const count = read().count + 1
      try {
        writeFileDurably(path, JSON.stringify({ count, lastAt: now }))
      } catch {
        return secondsToWait(count)
      }
      return secondsToWait(count)
    },
    succeeded(): void {
      rmSync(path, { force: true })
    },
  }
}
