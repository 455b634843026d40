import type { Page } from '@playwright/test'
import type { LaunchedApp } from '../../build/launch.ts'
import { expect, test } from './support/fixture.ts'
import { passphrase, seedMonth, startTeam } from './support/month.ts'
import { commandOf, processTree } from './support/open-sockets.ts'

test.use({ launch: { locale: 'en-GB' } })

const OFF_THE_SCREEN_MS = 500
/** Half a second on a machine that has nothing else to do; tests share theirs. */
const LOCK_SCREEN_MS = 2000

/** Everything that must lock, whatever is on the screen (security requirement 14). */
const triggers: Readonly<Record<string, (app: LaunchedApp, page: Page) => Promise<void> | void>> = {
  suspend: (app) => app.emitPower('suspend'),
  'screen lock': (app) => app.emitPower('lock-screen'),
  'user switch': (app) => app.emitPower('user-did-resign-active'),
  shutdown: (app) => app.emitPower('shutdown'),
  'the menu’s key': (_, page) => page.keyboard.press('Control+l'),
}

/** What may be on the screen: pages, forms half-filled, panels, the palette, dialogs, the blank screen. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async (page) => {
    await page.getByRole('link', { name: 'This month' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'a list of names': async (page) => {
    await page.getByRole('link', { name: /^Cases/ }).click()
    await expect(page.getByText('Alma Invented').first()).toBeVisible()
  },
  'a form with a draft': async (page) => {
    await page.getByRole('link', { name: /^Agencies/ }).click()
    await page.getByRole('button', { name: 'Add an agency' }).first().click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half-typed Housing')
  },
  'the palette': async (page) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: /Page, agency/ })).toBeFocused()
  },
  'a dialog': async (page) => {
    await page.getByRole('link', { name: 'This month' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.locator('main').focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('heading', { name: 'Keys of this screen' })).toBeVisible()
  },
  'the hidden screen': async (page) => {
    await page.keyboard.press('F8')
    await expect(page.getByRole('dialog', { name: /The screen is hidden/ })).toBeVisible()
  },
}

const vaults = () => processTree(process.pid).filter((pid) => commandOf(pid).includes('out/main/vault.js'))

/** When this page first drew something, by the wall clock, in milliseconds. */
const drawnAt = (page: Page) =>
  page.evaluate(() => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN))

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const inWords = (values: readonly number[]) => values.map((ms) => ms.toFixed(0)).join(', ')

for (const [trigger, pull] of Object.entries(triggers)) {
  test(`${trigger} takes the records off the screen within half a second, whatever is on it, and ends the process that held them`, async ({
    app,
    page,
  }) => {
    test.setTimeout(180_000)
    await startTeam(page)
    await seedMonth(page, '2026-12-10')
    const gone: number[] = []
    const shown: number[] = []
    for (const [screen, show] of Object.entries(screens)) {
      await show(page)
      const before = vaults()
      const begun = Date.now()
      const left = page.waitForEvent('framenavigated').then(() => Date.now() - begun)
      await pull(app, page)
      gone.push(await left)
      await expect(page.getByRole('heading', { name: 'Locked' }), screen).toBeVisible()
      shown.push((await drawnAt(page)) - begun)
      expect(await page.content()).not.toMatch(/Alma|Half-typed/)
      await expect.poll(() => vaults().filter((pid) => before.includes(pid)), { timeout: 2000 }).toEqual([])
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
      await page.keyboard.press('Enter')
      await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
    }
    test.info().annotations.push({ type: 'records off the screen after ms', description: inWords(gone) })
    test.info().annotations.push({ type: 'lock screen drawn after ms', description: inWords(shown) })
    expect(middle(gone), inWords(gone)).toBeLessThan(OFF_THE_SCREEN_MS)
    expect(middle(shown), inWords(shown)).toBeLessThan(LOCK_SCREEN_MS)
  })
}
