import type { Page } from '@playwright/test'
import { expect, test } from './support/fixture.ts'
import { startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

/** The form of a new agency, with a name typed into it. */
async function typeName(page: Page, name: string) {
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  const field = page.getByRole('textbox', { name: 'Name', exact: true }).first()
  await field.fill(name)
  return field
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
}

test('what was copied by hand is in the clipboard until the lock, and can be pasted', async ({ app, page }) => {
  await startTeam(page)
  const name = await typeName(page, 'Half-typed Housing')
  await name.press('ControlOrMeta+a')
  await name.press('ControlOrMeta+c')
  await expect.poll(app.readClipboard).toBe('Half-typed Housing')
  await expect(name).toHaveValue('Half-typed Housing')
  await name.press('End')
  await name.press('ControlOrMeta+v')
  await expect(name).toHaveValue('Half-typed HousingHalf-typed Housing')

  await lock(page)
  await expect.poll(app.readClipboard).toBe('')
})

test('cutting takes the words out of the field, and undoing brings them back', async ({ app, page }) => {
  await startTeam(page)
  const name = await typeName(page, 'Half-typed Housing')
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(0, 10))
  await name.press('ControlOrMeta+x')
  await expect(name).toHaveValue(' Housing')
  await expect.poll(app.readClipboard).toBe('Half-typed')
  await name.press('ControlOrMeta+z')
  await expect(name).toHaveValue('Half-typed Housing')
})

test('words marked on the page go as plain text, and are gone after a lock by the system', async ({ app, page }) => {
  await startTeam(page)
  const heading = page.getByRole('heading', { level: 1 })
  await heading.evaluate((element) => getSelection()?.selectAllChildren(element))
  await page.keyboard.press('ControlOrMeta+c')
  await expect.poll(app.readClipboard).toBe(await heading.innerText())
  app.emitPower('lock-screen')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await expect.poll(app.readClipboard).toBe('')
})

test('what another program has copied since outlives the lock', async ({ app, page }) => {
  await startTeam(page)
  const name = await typeName(page, 'Half-typed Housing')
  await name.press('ControlOrMeta+a')
  await name.press('ControlOrMeta+c')
  await expect.poll(app.readClipboard).toBe('Half-typed Housing')
  await app.writeClipboard('a shopping list')
  await lock(page)
  // The lock has asked the clipboard by then: what is asked after it stands behind it.
  expect(await app.readClipboard()).toBe('a shopping list')
})

test('the page cannot read what another program has put into the clipboard', async ({ app, page }) => {
  await startTeam(page)
  await app.writeClipboard('a shopping list')
  const tried = await page.evaluate(() =>
    navigator.clipboard.readText().then(
      () => 'read',
      (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
    ),
  )
  expect(tried).toBe('NotAllowedError')
})

test('the letters of a hidden field cannot be copied', async ({ app, page }) => {
  await page.getByLabel('Passphrase', { exact: true }).fill('seven kettles under a quiet bridge')
  await app.writeClipboard('a shopping list')
  await page.getByLabel('Passphrase', { exact: true }).press('ControlOrMeta+a')
  await page.getByLabel('Passphrase', { exact: true }).press('ControlOrMeta+c')
  await page.getByLabel('Passphrase', { exact: true }).press('ControlOrMeta+x')
  expect(await app.readClipboard()).toBe('a shopping list')
})
