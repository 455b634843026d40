import type { Page } from '@playwright/test'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCaseboard } from '../../build/launch.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })
test.setTimeout(180_000)

let stick = ''
test.beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'caseboard-stick-'))
})
test.afterEach(() => {
  rmSync(stick, { recursive: true, force: true })
})

const openBackups = async (page: Page) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Open backups' }).click()
  await expect(page.getByRole('heading', { name: 'Backup and restore', level: 1 })).toBeVisible()
}
const unlock = async (page: Page) => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}
const isLocked = (page: Page) => expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
const makeBackup = async (page: Page) => {
  await page.getByRole('button', { name: 'Back up to a stick or folder…' }).click()
  await expect(page.getByText(/^Backed up and read back: Caseboard-backup-/)).toBeVisible()
}

test('a backup is made, and restored after it was seen what would change; by keyboard', async ({ app, page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await openBackups(page)
  app.answerOpenDialog([stick])
  await makeBackup(page)
  await expectAccessible(page)
  expect(readdirSync(stick)).toHaveLength(1)

  await ask(page, 'agencies.add', { name: 'Late Agency', sector: 'other', isCore: false })
  await page.getByRole('link', { name: 'Restore a backup…' }).click()
  app.answerOpenDialog([join(stick, readdirSync(stick)[0] ?? '')])
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await page.getByLabel('Passphrase of that time').fill('not this one at all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase')
  await page.getByLabel('Passphrase of that time').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The backup is an earlier state of the records of this computer.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Agencies 6 7$/ })).toBeVisible()
  await expectAccessible(page)

  // Leaving changes nothing.
  await page.getByRole('button', { name: 'Leave everything as it is' }).click()
  await expect(page.getByRole('heading', { name: 'Backup and restore', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Restore a backup…' }).click()
  app.answerOpenDialog([join(stick, readdirSync(stick)[0] ?? '')])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByLabel('Passphrase of that time').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Replace the records of this computer' }).press('Enter')
  await isLocked(page)
  await unlock(page)
  const agencies = (await ask(page, 'agencies.list', { includeArchived: true })) as readonly { readonly name: string }[]
  expect(agencies).toHaveLength(6)
  await openBackups(page)
  await expect(page.getByText(/^caseboard\.store\.before-restore-/)).toBeVisible()
  await expectAccessible(page)
})

test('a new computer: the records come out of a backup before any first run', async ({ app, page, profile, launch }) => {
  await startTeam(page)
  await openBackups(page)
  app.answerOpenDialog([stick])
  await makeBackup(page)

  const fresh = join(profile, 'fresh')
  const other = await launchCaseboard({ profile: fresh, ...launch })
  try {
    await other.page.getByRole('button', { name: 'I have records already: restore a backup' }).click()
    await expect(other.page.getByText('There are none on this computer. Choose the file on your stick.')).toBeVisible()
    await expectAccessible(other.page)
    other.answerOpenDialog([join(stick, readdirSync(stick)[0] ?? '')])
    await other.page.getByRole('button', { name: 'Choose a file…' }).click()
    await other.page.getByLabel('Passphrase of that time').fill(passphrase)
    await other.page.keyboard.press('Enter')
    await expect(other.page.getByText('There are no records on this computer: nothing will be replaced.')).toBeVisible()
    await other.page.getByRole('button', { name: 'Put the records on this computer' }).click()
    await other.page.getByRole('button', { name: 'Go to the lock' }).click()
    await isLocked(other.page)
    await unlock(other.page)
    await expect(other.page.getByRole('navigation').first()).toBeVisible()
  } finally {
    await other.close()
  }
})

test('a stick that is gone, a damaged backup and a file that is none are told in words', async ({ app, page }) => {
  await startTeam(page)
  await openBackups(page)
  app.answerOpenDialog([stick])
  await makeBackup(page)
  const path = join(stick, readdirSync(stick)[0] ?? '')
  const bytes = readFileSync(path)

  app.answerOpenDialog([join(stick, 'unplugged')])
  await page.getByRole('button', { name: 'Back up to a stick or folder…' }).click()
  await expect(page.getByRole('alert')).toContainText('was the stick taken out?')

  await page.getByRole('link', { name: 'Restore a backup…' }).click()
  bytes[9000] = (bytes[9000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  app.answerOpenDialog([path])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('alert')).toContainText('This backup is damaged')
  writeFileSync(path, 'holiday photographs')
  app.answerOpenDialog([path])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('alert')).toContainText('This is not a Caseboard backup')
})

test('an older file that was put back is told before anything is shown, and gone on with only by choice', async ({
  app,
  page,
  profile,
  launch,
}) => {
  await startTeam(page)
  await page.keyboard.press('Control+l')
  await isLocked(page)
  const store = join(profile, 'caseboard.store')
  copyFileSync(store, join(stick, 'older'))
  await unlock(page)
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await ask(page, 'agencies.add', { name, sector: 'other', isCore: false })
  await app.close()
  copyFileSync(join(stick, 'older'), store)

  const again = await launchCaseboard({ profile, ...launch })
  try {
    await again.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await again.page.keyboard.press('Enter')
    await expect(again.page.getByRole('heading', { name: 'These records are older than they were' })).toBeVisible()
    await expectAccessible(again.page)
    await again.page.getByRole('button', { name: 'Go on with these records' }).click()
    await again.page.getByRole('navigation').first().waitFor()
  } finally {
    await again.close()
  }
})
