import type { Page } from '@playwright/test'
import { launchCaseboard, type LaunchedApp } from '../../build/launch.ts'
import { expect, test } from './support/fixture.ts'
import { halfTyped, openDraft, openFirstMeeting, recordWords, screens } from './support/lock-scenes.ts'
import { passphrase, seedMonth, startTeam } from './support/month.ts'
import { commandOf, processTree } from './support/open-sockets.ts'
import { idleLockIn } from './support/shifted-clock.ts'

test.use({ launch: { locale: 'en-GB', hideStandInBadge: true } })

/** Everything that must lock, whatever is on the screen (security requirement 14). How fast it is, `npm run torture` counts. */
const triggers: Readonly<Record<string, (app: LaunchedApp, page: Page) => Promise<unknown> | void>> = {
  suspend: (app) => app.emitPower('suspend'),
  'screen lock': (app) => app.emitPower('lock-screen'),
  'user switch': (app) => app.emitPower('user-did-resign-active'),
  shutdown: (app) => app.emitPower('shutdown'),
  'the menu’s key': (_, page) => page.keyboard.press('Control+l'),
  'time without a touch': (_, page) => idleLockIn(page, 300),
}

const vaults = () => processTree(process.pid).filter((pid) => commandOf(pid).includes('out/main/vault.js'))

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
}

for (const [turn, [trigger, pull]] of Object.entries(triggers).entries()) {
  test(`${trigger} takes the records off the screen, whatever is on it, and ends the process that held them`, async ({ app, page }) => {
    test.setTimeout(180_000)
    await startTeam(page)
    await openFirstMeeting(page, await seedMonth(page, '2026-12-10'))
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    // A third of the screens with one trigger, the next third with the next: the torture tries each with each.
    for (const [screen, show] of Object.entries(screens).filter((_, index) => (index + turn) % 3 === 0)) {
      await show(page)
      const before = vaults()
      expect(before.length, 'a process that holds the records').toBeGreaterThan(0)
      await pull(app, page)
      await expect(page.getByRole('heading', { name: 'Locked' }), screen).toBeVisible()
      expect(await page.content()).not.toMatch(recordWords)
      await expect.poll(() => vaults().filter((pid) => before.includes(pid))).toEqual([])
      await unlock(page)
    }
  })
}

test('closing the window ends the process that held the records; the next start is locked, and what was being typed is there', async ({
  page,
  profile,
}) => {
  await startTeam(page)
  await (await openDraft(page)).fill(halfTyped)
  // Kept with the pause after the last keystroke.
  await page.waitForTimeout(1000)
  const before = vaults()
  expect(before.length, 'a process that holds the records').toBeGreaterThan(0)
  await page.close()
  await expect.poll(() => vaults().filter((pid) => before.includes(pid)), { timeout: 40_000 }).toEqual([])

  // Until the former one has ended altogether, a second start gives way to it.
  let again = await launchCaseboard({ profile, locale: 'en-GB' }).catch(() => null)
  if (again === null) {
    await page.waitForTimeout(3000)
    again = await launchCaseboard({ profile, locale: 'en-GB' })
  }
  await expect(again.page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await unlock(again.page)
  await expect(await openDraft(again.page)).toHaveValue(halfTyped)
  await again.close()
})
