import type { Page } from '@playwright/test'
import { ask } from './month.ts'

const realNow = Date.now.bind(Date)
let ahead = 0

/**
 * Moves the wall clock of this process, in which main runs on the stand-in, so far ahead that the idle lock is due soon: `due` is that moment
 * by the monotonic clock. The page must not be touched until then.
 */
export async function idleLockIn(page: Page, milliseconds: number): Promise<{ readonly due: number }> {
  Date.now = () => realNow() + ahead
  const touchedAt = performance.now()
  const { locksInSeconds } = (await ask(page, 'app.touch')) as { readonly locksInSeconds: number }
  // Main looks at its clocks every second until the last one, and then when the time is up.
  const left = milliseconds + 1000
  ahead += locksInSeconds * 1000 - left
  return { due: touchedAt + left }
}
