import type { Page } from '@playwright/test'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchCaseboard } from '../../build/launch.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

const unlock = async (page: Page, words = passphrase) => {
  await page.getByLabel('Passphrase', { exact: true }).fill(words)
  await page.keyboard.press('Enter')
}
const isLocked = (page: Page) => expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()

test('locking by key, by menu’s button and by sleep each leads to the lock screen, with no name left in the page', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000)
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  const ways: readonly (() => Promise<void> | void)[] = [
    () => page.keyboard.press('Control+l'),
    () => page.getByRole('button', { name: /^Lock now/ }).click(),
    () => app.emitPower('suspend'),
    () => app.emitPower('lock-screen'),
  ]
  for (const lock of ways) {
    await page.getByRole('link', { name: /^Cases/ }).click()
    await expect(page.getByText('Alma Invented').first()).toBeVisible()
    await lock()
    await isLocked(page)
    expect(await page.content()).not.toContain('Alma')
    await unlock(page)
    await page.getByRole('navigation').first().waitFor()
  }
})

test('the key covers the page in the same moment, before anything is saved or asked', async ({ page }) => {
  await startTeam(page)
  const shown = await page.evaluate(() => {
    const display = () => getComputedStyle(document.body).display
    const before = display()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', ctrlKey: true, bubbles: true, cancelable: true }))
    return { before, after: display() }
  })
  expect(shown).toEqual({ before: 'block', after: 'none' })
  await isLocked(page)
})

test('a wrong passphrase is told as one, and the field is empty again', async ({ page }) => {
  await startTeam(page)
  await ask(page, 'app.lock').catch(() => undefined)
  await isLocked(page)
  await expectAccessible(page)
  await unlock(page, 'not the right words at all')
  await expect(page.getByRole('alert')).toContainText(/passphrase/i)
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('')
  await unlock(page)
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('what was typed and not saved is there again after a lock', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half-typed Housing')
  await page.keyboard.press('Control+l')
  await isLocked(page)
  await unlock(page)
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue('Half-typed Housing')
})

const broken = [
  [
    'a damaged key file',
    'The key file is damaged',
    (folder: string) => {
      for (const name of ['caseboard.key', 'caseboard.key.copy'])
        writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace('argon2id', 'argon2xx'))
    },
  ],
  [
    'a missing key file',
    'The key file is missing',
    (folder: string) => {
      for (const name of ['caseboard.key', 'caseboard.key.copy']) rmSync(join(folder, name))
    },
  ],
  [
    'missing records',
    'The file of the records is missing',
    (folder: string) => {
      rmSync(join(folder, 'caseboard.store'))
    },
  ],
  [
    'damaged records',
    'The file of the records is damaged',
    (folder: string) => {
      const bytes = readFileSync(join(folder, 'caseboard.store'))
      bytes.set([(bytes[100] ?? 0) ^ 1], 100)
      writeFileSync(join(folder, 'caseboard.store'), bytes)
    },
  ],
] as const

test('each broken file has its own words and next step, never a blank window', async ({ app, page, profile }) => {
  test.setTimeout(180_000)
  await startTeam(page)
  await app.close()
  for (const [what, words, spoil] of broken) {
    const folder = `${profile}-broken`
    rmSync(folder, { recursive: true, force: true })
    cpSync(profile, folder, { recursive: true })
    spoil(folder)
    const again = await launchCaseboard({ profile: folder, locale: 'en-GB' })
    const field = again.page.getByLabel('Passphrase', { exact: true })
    await again.page.getByRole('heading').first().waitFor()
    if (await field.isVisible()) await unlock(again.page)
    await expect(again.page.getByText(words).first(), what).toBeVisible({ timeout: 20_000 })
    await expectAccessible(again.page)
    await again.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
