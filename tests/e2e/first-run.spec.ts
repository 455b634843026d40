import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { passphrase } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

test('the first run leads from a passphrase over the recovery key to the first page, by keyboard', async ({ app, page, profile }) => {
  test.setTimeout(120_000)
  const field = page.getByLabel('Passphrase', { exact: true })
  await expect(field).toBeFocused()
  await expectAccessible(page)

  await field.fill('password1234567')
  await expect(page.getByText('one of the passphrases that are tried first')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled()

  await field.fill(passphrase)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.getByLabel('The same passphrase again').fill(passphrase)
  await page.keyboard.press('Enter')

  const list = page.getByRole('list', { name: 'Recovery key' })
  await expect(list.getByRole('listitem')).toHaveCount(14, { timeout: 30_000 })
  const groups = (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/^\s*\d+\s*/, '').trim())
  await expectAccessible(page)
  expect(existsSync(join(profile, 'caseboard.key'))).toBe(false)

  const sheet = join(profile, '..', `${profile.split('/').at(-1) ?? 'x'}-recovery.txt`)
  app.answerSaveDialog(sheet)
  await page.getByRole('button', { name: 'Save to a USB stick' }).click()
  await expect(page.getByText('Saved. Keep the stick apart')).toBeVisible()
  const saved = readFileSync(sheet, 'utf8')
  for (const group of groups) expect(saved).toContain(group)
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).click()

  const fields = await page.getByLabel(/^Group \d+$/).all()
  expect(fields).toHaveLength(3)
  for (const input of fields) await input.fill('ZZZZ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(existsSync(join(profile, 'caseboard.key'))).toBe(false)
  for (const input of fields) {
    const label = await input.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '')
    await input.fill((groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '').toLowerCase())
  }
  await page.keyboard.press('Enter')

  await page.getByLabel('Name of the team').fill('Quillhaven')
  await page.getByLabel('Your name').fill('Petra Quillpusher')
  await page.getByRole('radio', { name: /United States/ }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Start with my spreadsheet/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import referrals' })).toBeVisible()
  for (const name of ['caseboard.key', 'caseboard.key.copy', 'caseboard.store']) {
    expect((statSync(join(profile, name)).mode & 0o077).toString(8), name).toBe('0')
  }
})
