import type { LockRun, TimedLock } from './app/lock-many-times.ts'
import { makeBundles, watchedApp } from './app/watched-app.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** Of seven ways to lock and ten screens. */
const locks: Readonly<Record<Scale, number>> = { short: 7, full: 210 }
/** The most that a lock may take, milliseconds: the window shows no record, the lock screen is drawn, the vault's process has ended. */
const LIMIT_MS = 500

const measures = ['gone', 'drawn', 'ended'] as const
const words = { gone: 'records off the screen', drawn: 'lock screen drawn', ended: 'vault process ended' }

const isClosed = ({ trigger }: TimedLock): boolean => trigger === 'the window closed'
const timesOf = (all: readonly TimedLock[], measure: (typeof measures)[number]): readonly number[] =>
  all.flatMap((lock) => lock[measure] ?? []).toSorted((a, b) => a - b)

/** What took longer than it may. A window that was closed has no lock screen, and its vault may first make the day's backup. */
function overdue(lock: TimedLock): readonly string[] {
  return measures.flatMap((measure) => {
    const ms = lock[measure]
    return ms === null || ms <= LIMIT_MS || (measure === 'ended' && isClosed(lock))
      ? []
      : [`${lock.trigger} from ${lock.screen}: ${words[measure]} after ${ms.toFixed(0)} ms`]
  })
}

/** What never came, whatever the time, and what else was wrong. */
function faultsOf(lock: TimedLock): readonly string[] {
  const never = measures.filter((measure) => lock[measure] === null && !(measure === 'drawn' && isClosed(lock)))
  return [...never.map((measure) => `never: ${words[measure]}`), ...lock.wrong].map(
    (what) => `${lock.trigger} from ${lock.screen}: ${what}`,
  )
}

function inWords(all: readonly TimedLock[]): string {
  return measures
    .map((measure) => {
      const times = timesOf(all, measure)
      const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(0)
      return `${words[measure]} after ${at(0.5)} ms (95 of 100 within ${at(0.95)}, all within ${at(1)})`
    })
    .join('; ')
}

/**
 * The app locked again and again, by every way and from every screen, each lock timed by the monotonic clock. The short form looks whether
 * all of it happens; how fast it is says the full form, on a machine that has nothing else to do.
 */
export const lockSpeed: Torture = {
  name: 'the lock within half a second',
  run: async (scale) => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'looks into /proc' }
    await makeBundles()
    return inFolder(async (folder) => {
      const app = watchedApp({ script: 'lock-many-times.ts', folder, env: { CASEBOARD_TORTURE_LOCKS: String(locks[scale]) } })
      try {
        let told = ''
        await app.heard('locks ', (text) => {
          told = text
        })
        const { all, heldUp, saved } = JSON.parse(told) as LockRun
        const late = all.filter((lock) => overdue(lock).length > 0)
        const faults = all.flatMap(faultsOf)
        return {
          kind: 'ran',
          done: `${String(all.length)} locks, ${String(late.length)} over ${String(LIMIT_MS)} ms: ${inWords(all.filter((lock) => !isClosed(lock)))}; ${String(saved)} saves under way had been done`,
          tried: all.length,
          failures: scale === 'full' ? [...faults, ...all.flatMap(overdue)] : faults,
          control: { planted: 'a lock that is held up', isFound: overdue(heldUp).length > 0 },
        }
      } finally {
        app.kill()
      }
    })
  },
}
