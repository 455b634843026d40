import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchCaseboard, type LaunchedApp } from '../../../build/launch.ts'
import { halfTyped, openDraft, openFirstMeeting, recordWords, screens } from '../../e2e/support/lock-scenes.ts'
import { ask, passphrase, seedMonth, startTeam } from '../../e2e/support/month.ts'
import { commandOf, processTree } from '../../e2e/support/open-sockets.ts'
import type { Script } from './app-child.ts'
import { idleLockIn } from '../../e2e/support/shifted-clock.ts'

/** One lock: milliseconds from what asked for it, by this process's monotonic clock. Null where it never came. */
export type TimedLock = {
  readonly trigger: string
  readonly screen: string
  /** Until the page that showed records was gone from the window. */
  readonly gone: number | null
  /** Until the lock screen had been drawn; null for a window that was closed. */
  readonly drawn: number | null
  /** Until the process that held the records had ended. */
  readonly ended: number | null
  /** What else was wrong with it: a word of the records behind the lock, a draft that did not come back. */
  readonly wrong: readonly string[]
}

/** What a run tells: its locks, one more that was held up on purpose, and how many of the saves under way are in the records. */
export type LockRun = { readonly all: readonly TimedLock[]; readonly heldUp: TimedLock; readonly saved: number }

/** Longer than a lock may take. */
const HELD_UP_MS = 700

const now = (): number => performance.now()
const vaults = (): readonly number[] => processTree(process.pid).filter((pid) => commandOf(pid).includes('out/main/vault.js'))

/** Asks for the lock, and gives the moment from which it is due. */
type Pull = (app: LaunchedApp) => Promise<number>

const bySystem =
  (event: Parameters<LaunchedApp['emitPower']>[0]): Pull =>
  async (app) => {
    const due = now()
    app.emitPower(event)
    return due
  }

const triggers: Readonly<Record<string, Pull>> = {
  suspend: bySystem('suspend'),
  'screen lock': bySystem('lock-screen'),
  'user switch': bySystem('user-did-resign-active'),
  shutdown: bySystem('shutdown'),
  idle: async ({ page }) => {
    const { due } = await idleLockIn(page, 300)
    return due
  },
  'the key': async ({ page }) => {
    const due = now()
    await page.keyboard.press('Control+l')
    return due
  },
  'the window closed': async ({ page }) => {
    const due = now()
    void page.close()
    return due
  },
}
/** The window that is closed is opened again, which takes the longest. */
const CLOSED = 'the window closed'

/** In every document of the window: tells when the lock screen has been drawn. Two frames, for the first is only asked for. */
function tellWhenDrawn(): void {
  const look = (): void => {
    if (document.querySelector('h1')?.textContent !== 'Locked') return
    watcher.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => (globalThis as unknown as { lockDrawn: () => void }).lockDrawn()))
  }
  const watcher = new MutationObserver(look)
  watcher.observe(document, { subtree: true, childList: true, characterData: true })
}

async function watchedWindow(app: LaunchedApp) {
  const { page } = app
  let drawn: ((at: number) => void) | null = null
  await page.exposeBinding('lockDrawn', () => drawn?.(now()))
  await page.addInitScript(tellWhenDrawn)
  return {
    app,
    page,
    nextDrawn: () =>
      new Promise<number>((resolve) => {
        drawn = resolve
      }),
  }
}
type Window = Awaited<ReturnType<typeof watchedWindow>>

const within = <Value>(work: Promise<Value>): Promise<Value | null> => Promise.race([work, wait(15_000, null)])

async function endOf(pids: readonly number[]): Promise<number | null> {
  const until = now() + 40_000
  while (now() < until) {
    if (pids.every((pid) => !existsSync(`/proc/${String(pid)}`))) return now()
    await wait(3)
  }
  return null
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
}

async function timeLock(window: Window, trigger: string, screen: string): Promise<TimedLock> {
  const { app, page, nextDrawn } = window
  await screens[screen]?.(page)
  const isDraft = screen === 'a form with a draft'
  // A draft is kept 600 ms after the last keystroke, and at once where the page is asked to lock or is left.
  if (isDraft) await wait(900)
  const before = vaults()
  const isClosing = trigger === CLOSED
  const gone = new Promise<number>((resolve) => {
    if (isClosing) page.once('close', () => resolve(now()))
    else page.once('framenavigated', () => resolve(now()))
  })
  const drawn = isClosing ? Promise.resolve(null) : within(nextDrawn())
  const due = await triggers[trigger]?.(app)
  if (due === undefined) throw new Error(trigger)
  const since = (at: number | null): number | null => (at === null ? null : at - due)
  const [goneAt, drawnAt, endedAt] = await Promise.all([within(gone), drawn, endOf(before)])
  const times = { gone: since(goneAt), drawn: since(drawnAt), ended: since(endedAt) }
  const wrong: string[] = []
  if (!isClosing && recordWords.test(await page.content())) wrong.push('a word of the records behind the lock')
  return { trigger, screen, ...times, wrong }
}

/** After the lock: open again, and look whether what was typed is there. */
async function lookAfter(page: Page, screen: string): Promise<readonly string[]> {
  await unlock(page)
  if (screen !== 'a form with a draft') return []
  const field = await openDraft(page)
  await page.waitForTimeout(300)
  const value = await field.inputValue()
  return value === halfTyped ? [] : [`the draft did not come back: ${JSON.stringify(value)}`]
}

/** Every trigger with every screen, and each of both early on: their counts have no divisor in common. */
function pairs(count: number): readonly (readonly [trigger: string, screen: string])[] {
  const [ways, shown] = [Object.keys(triggers), Object.keys(screens)]
  return Array.from({ length: count }, (_, index) => [ways[index % ways.length] ?? '', shown[index % shown.length] ?? ''])
}

/** Locks a month of records again and again, each time by another way and from another screen, and tells the times of each. */
export const run: Script = async ({ app: first, profile, stage }) => {
  const locks = Number(process.env['CASEBOARD_TORTURE_LOCKS'])
  await startTeam(first.page)
  await openFirstMeeting(first.page, await seedMonth(first.page, '2026-12-10'))
  await first.page.reload()
  await first.page.getByRole('navigation').first().waitFor()
  let window = await watchedWindow(first)
  const all: TimedLock[] = []
  for (const [trigger, screen] of pairs(locks)) {
    const timed = await timeLock(window, trigger, screen)
    if (trigger === CLOSED) {
      await window.app.close()
      window = await watchedWindow(await launchCaseboard({ profile, locale: 'en-GB', hideStandInBadge: true }))
    }
    all.push({ ...timed, wrong: [...timed.wrong, ...(await lookAfter(window.page, screen))] })
  }
  const { page } = window
  // Every save that was under way is there whole or not at all: the list can be read.
  const saved = JSON.stringify(await ask(page, 'agencies.list', { includeArchived: true })).match(/Under Way/g)?.length ?? 0
  await page.route('**/*', async (route) => {
    await wait(HELD_UP_MS)
    await route.fallback()
  })
  const heldUp = await timeLock(window, 'suspend', 'home')
  await window.app.close()
  await stage(`locks ${JSON.stringify({ all, heldUp, saved } satisfies LockRun)}`)
}
