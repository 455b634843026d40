import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { passphrase, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

const hers = 'eleven copper kettles sing at dusk'

async function openKeys(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Who has access…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People with access' })).toBeVisible()
}

async function unlock(page: Page, words: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(words)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words)
  await page.getByLabel('The same passphrase again').fill(words)
}

async function addPerson(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('radio', { name: role }).check()
  await choose(page, 'Their new passphrase', hers)
  await page.getByLabel('Your passphrase, once more').fill(passphrase)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give access' }).click()
  await expect(page.getByText(`${name} can now unlock with their own passphrase.`)).toBeVisible({ timeout: 20_000 })
}

/** Reads the recovery key that is shown, types the asked groups back and presses the button; gives the key. */
async function typeBack(page: Page, button: string): Promise<string> {
  const list = page.getByRole('list', { name: 'Recovery key' })
  await expect(list.getByRole('listitem')).toHaveCount(14, { timeout: 30_000 })
  const groups = (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/^\s*\d+\s*/, '').trim())
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).click()
  for (const field of await page.getByLabel(/^Group \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(groups[Number(/\d+/.exec(label)?.[0] ?? '0') - 1] ?? '')
  }
  await page.getByRole('button', { name: button }).click()
  return groups.join(' ')
}

test('a deputy is given a passphrase of her own, works with it, and is told what is not hers to change', async ({ page }) => {
  test.setTimeout(120_000)
  await startTeam(page)
  await openKeys(page)
  await expectAccessible(page)
  await addPerson(page, 'Kim Specimen', 'Deputy')
  await lock(page)
  await unlock(page, hers)
  await openKeys(page)
  await expect(page.getByText('Kim Specimen (you)')).toBeVisible()
  await expect(page.getByText('Who has access is changed by the coordinator.')).toBeVisible()
  await page.getByRole('button', { name: 'Change the access of Robin Placeholder' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Somebody Else')
  await page.getByRole('button', { name: 'Change the name' }).click()
  await expect(page.getByRole('alert')).toContainText('for the coordinator alone')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Moorland Shelter')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Moorland Shelter').first()).toBeVisible()
})

test('who may only look is told so, sees everything, and every change is refused in words', async ({ page }) => {
  test.setTimeout(120_000)
  await startTeam(page)
  await openKeys(page)
  await addPerson(page, 'Pat Fictional', 'Read-only')
  await lock(page)
  await unlock(page, hers)
  await expect(page.getByText('You may look at everything here.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Never Added')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was changed: you opened the records to look at them.')
})

test('a passphrase is changed by who has it; the old one no longer opens', async ({ page }) => {
  test.setTimeout(120_000)
  await startTeam(page)
  await openKeys(page)
  await page.getByRole('button', { name: 'Change my passphrase' }).click()
  await page.getByLabel('Your passphrase, once more').fill('not the right words at all')
  await choose(page, 'New passphrase', hers)
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase.')
  await expect(page.getByLabel('Your passphrase, once more')).toHaveValue('')
  await page.getByLabel('Your passphrase, once more').fill(passphrase)
  const begun = Date.now()
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(page.getByText('The passphrase was changed.')).toBeVisible({ timeout: 20_000 })
  test.info().annotations.push({ type: 'passphrase change', description: `${String(Date.now() - begun)} ms` })
  await lock(page)
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase.', { timeout: 20_000 })
  await unlock(page, hers)
})

test('the role is handed over in one task by keyboard: a new coordinator, a new recovery key, and the leaver is out', async ({ page }) => {
  test.setTimeout(180_000)
  await startTeam(page)
  await openKeys(page)
  await page.getByRole('link', { name: 'Hand over' }).click()
  await expect(page.getByLabel('Name of the new coordinator')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('Morgan Understudy')
  await page.keyboard.press('Tab')
  await page.keyboard.type(hers)
  await page.keyboard.press('Tab')
  await page.keyboard.type(hers)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Suggest six words' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Your passphrase, once more')).toBeFocused()
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  const recoveryKey = await typeBack(page, 'Hand over and lock')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 20_000 })

  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase.', { timeout: 20_000 })
  await unlock(page, hers)
  await openKeys(page)
  await expect(page.getByText('Morgan Understudy (you)')).toBeVisible()
  await expect(page.getByText('Robin Placeholder')).toHaveCount(0)

  await lock(page)
  await page.getByRole('button', { name: 'I forgot my passphrase' }).click()
  await page.getByLabel('Recovery key').fill(recoveryKey)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
  await expect(page.getByText('Opened with the recovery key')).toBeVisible()
  await page.getByRole('link', { name: 'Set a passphrase' }).click()
  await page.getByRole('button', { name: 'Change the access of Morgan Understudy' }).click()
  await page.getByLabel('The recovery key, once more').first().fill(recoveryKey)
  await choose(page, 'Their new passphrase', passphrase)
  await page.getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(page.getByText('The passphrase was changed.')).toBeVisible({ timeout: 20_000 })
  await lock(page)
  await unlock(page, passphrase)
})

test('everything is encrypted anew, with what that means said first, and opens with the passphrase as it is', async ({ page }) => {
  test.setTimeout(120_000)
  await startTeam(page)
  await openKeys(page)
  await page.getByRole('button', { name: 'Renew the data key…' }).click()
  await expect(page.getByText('Everybody else loses access')).toBeVisible()
  await expect(page.getByText('Backups made before stay readable with the old passphrases')).toBeVisible()
  await page.getByLabel('Your passphrase, once more').fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await typeBack(page, 'Check, encrypt anew and lock')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 20_000 })
  await unlock(page, passphrase)
  await openKeys(page)
  await expect(page.getByText('Robin Placeholder (you)')).toBeVisible()
})
