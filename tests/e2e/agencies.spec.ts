import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

test('an agency is added with its people, refused twice, archived and brought back', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await expect(page.getByText('No agencies yet')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true }).first()
  await name.fill('Westhaven Housing Trust')
  await page.getByLabel('Sector').selectOption({ label: 'Housing' })
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('Alex Sample')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row', { name: /Westhaven Housing Trust/ })
  await expect(row).toContainText('Alex Sample')

  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await name.fill('westhaven housing trust.')
  await page.getByLabel('Sector').selectOption({ label: 'Housing' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Westhaven Housing Trust')
  await expect(name).toHaveValue('westhaven housing trust.')
  await page.keyboard.press('Escape')

  await row.click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
})

test('the settings change language and words at once', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: /^Settings/ }).click()
  await expectAccessible(page)
  await page.getByLabel('Whose words').selectOption({ index: 1 })
  await page.getByLabel('Language').selectOption('es')
  await expect(page.getByRole('navigation').first()).toContainText('Casos')
  await page.getByRole('link', { name: /Este mes/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Este mes' })).toBeVisible()
  await expectAccessible(page)
})

test('the keys of a screen, the search and the hiding of names are each one key away', async ({ page }) => {
  await startTeam(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('agencies')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Agencies' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /Names: off/ })).toBeVisible()
})

test('two settings changed one upon the other are both kept', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: /^Settings/ }).click()
  await page.getByLabel('Name of the team').fill('Northmoor Imaginary Team')
  await page.getByLabel('Light or dark').evaluate((scheme) => {
    if (!(document.activeElement instanceof HTMLInputElement) || !(scheme instanceof HTMLSelectElement)) throw new Error('not the fields')
    document.activeElement.blur()
    scheme.value = 'dark'
    scheme.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(page.getByLabel('Light or dark')).toHaveValue('dark')
  await expect
    .poll(async () => ask(page, 'settings.get', undefined))
    .toMatchObject({ teamName: 'Northmoor Imaginary Team', colorScheme: 'dark' })
})
