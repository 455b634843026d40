import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { startTeam } from './support/month.ts'

const shape = /^(?:[a-z]{4,5} ){5}[a-z]{4,5}$/
const words = async (page: Page): Promise<string> => (await page.locator('[data-suggestion]').innerText()).replaceAll(/\s+/g, ' ').trim()

test.describe('in English', () => {
  test.use({ launch: { locale: 'en-GB' } })

  test('six words are offered at the first run, and are used only where the person says so and types them', async ({ app, page }) => {
    test.setTimeout(120_000)
    await app.writeClipboard('a shopping list')
    const first = page.getByLabel('Passphrase', { exact: true })
    const second = page.getByLabel('The same passphrase again')
    await expect(page.locator('[data-suggestion]')).toBeHidden()
    await page.getByRole('button', { name: 'Suggest six words' }).focus()
    await page.keyboard.press('Enter')
    const offered = await words(page)
    expect(offered).toMatch(shape)
    await expect(first).toHaveValue('')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Six others' }).click()
    const chosen = await words(page)
    expect(chosen).toMatch(shape)
    expect(chosen).not.toBe(offered)

    await page.getByRole('button', { name: 'Put them into the field' }).click()
    await expect(first).toHaveValue(chosen)
    await expect(second).toHaveValue('')
    await expect(second).toBeFocused()
    await expect(page.getByText('Now type them yourself in the second field.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled()
    await page.keyboard.type(chosen)
    await page.getByRole('button', { name: 'Hide the words' }).click()
    await expect(page.locator('[data-suggestion]')).toBeHidden()
    expect(await app.readClipboard()).toBe('a shopping list')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible({ timeout: 30_000 })
    expect(await page.content()).not.toContain(chosen)
  })

  test('they are offered wherever somebody is given a passphrase', async ({ page }) => {
    await startTeam(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Who has access…' }).click()
    for (const way of ['Change my passphrase', 'Add a person']) {
      await page.getByRole('button', { name: way }).click()
      await page.getByRole('button', { name: 'Suggest six words' }).click()
      expect(await words(page)).toMatch(shape)
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('link', { name: /Hand over/ }).click()
    await page.getByRole('button', { name: 'Suggest six words' }).click()
    expect(await words(page)).toMatch(shape)
  })
})

test.describe('in Spanish', () => {
  test.use({ launch: { locale: 'es-ES' } })

  test('the words are the same kind, and what is said of them is Spanish', async ({ page }) => {
    await page.getByRole('button', { name: 'Proponer seis palabras' }).click()
    expect(await words(page)).toMatch(shape)
    await page.getByRole('button', { name: 'Ponerlas en el campo' }).click()
    await expect(page.getByText('Ahora escríbalas usted en el segundo campo.')).toBeVisible()
  })
})
