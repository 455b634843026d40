import { join } from 'node:path'
import type { Stage } from './stage.ts'

/** The first run: passphrase, recovery key saved and typed back, team. Ends at home. */
export async function firstRun(
  { app, page, picture, folders }: Stage,
  passphrase: string,
  team: { readonly name: string; readonly coordinator: string },
): Promise<void> {
  await page.getByRole('heading', { name: 'Choose a passphrase' }).waitFor()
  await picture('first-run-passphrase')
  await page.getByLabel('Passphrase', { exact: true }).fill('password1234567')
  await picture('first-run-weak-passphrase')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('The same passphrase again').fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByRole('heading', { name: 'Keep the recovery key' }).waitFor({ timeout: 60_000 })
  const groups = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts()
  const keyGroups = groups.map((text) => text.replace(/^\s*\d+\s*/, '').trim())
  await picture('first-run-recovery-key')
  app.answerSaveDialog(join(folders.out, 'recovery-key.txt'))
  await page.getByRole('button', { name: 'Save to a USB stick' }).click()
  await page.getByText('Saved. Keep the stick apart').waitFor()
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).click()

  const fields = page.getByLabel(/^Group \d+$/)
  await fields.first().waitFor()
  for (const field of await fields.all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(keyGroups[Number(/\d+/.exec(label)?.[0] ?? '0') - 1] ?? '')
  }
  await picture('first-run-type-back')
  await page.getByRole('button', { name: 'Check and create the records' }).click()

  await page.getByLabel('Name of the team').waitFor({ timeout: 60_000 })
  await page.getByLabel('Name of the team').fill(team.name)
  await page.getByLabel('Your name').fill(team.coordinator)
  await page.getByRole('radio', { name: /United Kingdom/ }).check()
  await picture('first-run-team')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Start empty/ }).waitFor()
  await picture('first-run-start')
  await page.getByRole('button', { name: /Start empty/ }).click()
  await page.getByRole('navigation').first().waitFor()
}
