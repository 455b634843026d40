import { versionsOf } from '../../domain/risk/definitions.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { startTeam } from './support/month.ts'

test('the wording of a tool is pasted, listed and removed in the settings', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  const section = page.getByRole('region', { name: 'Wording of risk tools' })
  await expect(section).toContainText('No wording has been pasted.')
  const { items, version } = versionsOf('da5')[0]
  await section.getByLabel('Paste the wording of').selectOption(`da5 ${version}`)
  await section
    .getByRole('textbox', { name: /^Questions/ })
    .fill(items.map((_, index) => `${String(index + 1)}. Invented question?`).join('\n'))
  await section.getByLabel('Licence or permission').fill('An invented permission')
  await section.getByRole('checkbox').check()
  await expectAccessible(page)
  await section.getByRole('button', { name: 'Keep the wording' }).click()
  await expect(section).toContainText(`${String(items.length)} questions, kept by Robin Placeholder`)
  await expect(section).toContainText('An invented permission')
  await expectAccessible(page)
  await section.getByRole('button', { name: /^Remove the wording of/ }).click()
  await expect(section).toContainText('No wording has been pasted.')
})
