import type { Page } from 'playwright-core'
import { launchCaseboard } from '../../build/launch.ts'
import { madePassphrase } from '../fixtures/made-profile.ts'
import { type Figure, figure } from './figure.ts'

const SECONDS = 10
/** A task of the page longer than this is felt (W3C's Long Tasks draws the line here). */
const FELT_MS = 50

type Seen = { readonly tasks: number[]; readonly frames: number[] }

/** Counts the page's long tasks and frames while something is done. */
async function watched(
  page: Page,
  work: () => Promise<void>,
): Promise<{ readonly longest: number; readonly longTasks: number; readonly slowFrame: number }> {
  await page.evaluate(() => {
    const seen: Seen = { tasks: [], frames: [] }
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      if (!('isOver' in seen)) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const observer = new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((entry) => entry.duration)))
    observer.observe({ type: 'longtask' })
    Object.assign(globalThis, { caseboardSeen: seen })
  })
  await work()
  return page.evaluate(() => {
    const { caseboardSeen: seen } = globalThis as unknown as { caseboardSeen: Seen }
    Object.assign(seen, { isOver: true })
    const frames = seen.frames.toSorted((one, other) => one - other)
    return { longest: Math.max(0, ...seen.tasks), longTasks: seen.tasks.length, slowFrame: frames[Math.floor(frames.length * 0.95)] ?? 0 }
  })
}

async function forSeconds(seconds: number, step: () => Promise<void>): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) await step()
}

/** Scrolls the table of 100,000 actions in the real window, by wheel and by key; the longest task of the page while it scrolls. */
export async function scrollingFigures(profile: string): Promise<readonly Figure[]> {
  const app = await launchCaseboard({ profile })
  try {
    const { page } = app
    await page.locator('input[type=password]').first().fill(madePassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Actions/ }).click()
    await page.getByRole('button', { name: 'All', exact: true }).click()
    const grid = page.getByRole('grid')
    await page.waitForFunction(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > 100_000)
    const box = await grid.boundingBox()
    if (!box) throw new Error('the table of actions is not on the page')
    // What the change of filter set off is not scrolling.
    await page.waitForTimeout(1000)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    const wheel = await watched(page, () => forSeconds(SECONDS, () => page.mouse.wheel(0, 480)))
    await grid.focus()
    const keys = await watched(page, () => forSeconds(SECONDS, () => page.keyboard.press('PageDown')))
    await page.waitForTimeout(500)
    const top = await grid.evaluate((element) => element.scrollTop)
    if (top < 10_000) throw new Error(`nothing was scrolled: ${top} px`)
    return [
      { by: 'wheel', ...wheel },
      { by: 'PageDown', ...keys },
    ].map(({ by, longest, longTasks, slowFrame }) =>
      figure({
        group: 'scrolling',
        name: `scroll 100,000 actions by ${by}, ${SECONDS} s: ${longTasks} long tasks`,
        ms: longest,
        pathMs: slowFrame,
        reference: 'a task that is felt; in the column of the path, the 95th of 100 frames',
        referenceMs: FELT_MS,
        ratioBound: 1,
      }),
    )
  } finally {
    await app.close()
  }
}
