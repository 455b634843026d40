import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCaseboard } from '../../build/launch.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

/** A day of so many months ago. */
function monthsAgo(months: number): string {
  const day = new Date()
  day.setMonth(day.getMonth() - months)
  return day.toISOString().slice(0, 10)
}

/** Hears the cases of a month and ends its meeting, so that they are followed up and can be closed. */
async function heardMonth(page: Page): Promise<readonly { readonly id: number; readonly reference: string }[]> {
  const { agencyIds, meetingId } = await seedMonth(page, '2026-12-10')
  await ask(page, 'meetings.fillAgenda', { meetingId })
  await ask(page, 'meetings.recordAttendance', {
    meetingId,
    agencyId: agencyIds[0],
    personId: null,
    personName: 'Sam Stand-in',
    presence: 'present',
    hasDeclared: true,
  })
  await ask(page, 'meetings.open', { meetingId })
  const { agenda } = (await ask(page, 'meetings.get', { meetingId })) as { agenda: readonly { listingId: number }[] }
  for (const { listingId } of agenda) {
    await ask(page, 'listings.turnTo', { listingId })
    await ask(page, 'listings.addFact', { listingId, agencyId: agencyIds[0], basis: 'fact', text: 'He was seen outside her work.' })
    await ask(page, 'actions.record', { listingId, agencyId: agencyIds[0], description: 'Call her employer.', dueOn: '2026-12-20' })
    await ask(page, 'listings.finish', { listingId, reason: 'settled elsewhere' })
  }
  await ask(page, 'meetings.close', { meetingId })
  const { rows } = (await ask(page, 'cases.list', { sort: 'reference', direction: 'ascending' })) as {
    rows: readonly { id: number; reference: string }[]
  }
  return rows
}

function tamper(profile: string, seq: number): void {
  execFileSync(process.execPath, [join(import.meta.dirname, 'support/tamper-log.ts'), profile, passphrase, String(seq)], { stdio: 'pipe' })
}

async function closeCase(page: Page, id: number, closedOn: string): Promise<void> {
  const { version } = (await ask(page, 'cases.get', { id })) as { version: number }
  await ask(page, 'cases.close', { id, version, reason: 'twelveMonths', closedOn })
}

test('the log is read, narrowed, checked and opened by keyboard', async ({ page }) => {
  await startTeam(page)
  const cases = await heardMonth(page)
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Show the log' }).click()
  const table = page.getByRole('grid', { name: 'Entries of the log' })
  await expect(page.getByText('The log is whole')).toBeVisible()
  await expect(table).toContainText('Ended the meeting of 10 Dec 2026')
  await expectAccessible(page)

  await page.keyboard.press('/')
  await page.keyboard.type(cases[0]?.reference.slice(-4) ?? '')
  await expect(table).toContainText(`Recorded a referral of case ${cases[0]?.reference}`)
  await expect(table).not.toContainText('Ended the meeting')
  await page.getByLabel('What', { exact: true }).selectOption('Against advice, with a reason')
  await expect(table).toContainText('Left without a safety action')
  await table.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await expect(panel).toContainText('override=noSafetyAction')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('v')
  await expect(page.getByText('The log is whole')).toBeVisible()
})

test('a log that somebody changed in the file is told on every page, with where it begins', async ({ profile }) => {
  // Two windows one after the other.
  test.slow()
  const first = await launchCaseboard({ profile })
  await startTeam(first.page)
  await seedMonth(first.page, '2026-12-10')
  await first.close()
  tamper(profile, 3)
  const app = await launchCaseboard({ profile })
  const { page } = app
  await ask(page, 'vault.unlock', { passphrase })
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The log has been tampered with or damaged. Entry 3 (', { timeout: 20_000 })
  await expectAccessible(page)
  await alert.getByRole('link', { name: 'Show the log' }).click()
  await expect(page.getByRole('region', { name: 'The log has been tampered with or damaged' })).toContainText('Change nothing')
  await expectAccessible(page)
  await app.close()
})

test('the log goes out as a spreadsheet with a password that is shown once', async ({ page, app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-out-'))
  await startTeam(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Show the log' }).click()
  app.answerOpenDialog([folder])
  await page.getByRole('button', { name: 'Save as spreadsheet' }).click()
  await expect(page.getByText(/^Saved as \d{4}-\d\d-\d\d_log\.xlsx/)).toBeVisible()
  await expectAccessible(page)
  expect(readdirSync(folder)).toHaveLength(1)
  await page.getByRole('button', { name: 'I have noted the password' }).click()
  await expect(page.getByText(/^Saved as/)).toBeHidden()
  rmSync(folder, { recursive: true })
})

test('a case is closed with its reason, held, and let go again on its page', async ({ page }) => {
  await startTeam(page)
  const [first] = await heardMonth(page)
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByText(first?.reference ?? '').click()
  const card = page.getByRole('region', { name: 'Closing and keeping' })
  await card.getByRole('button', { name: 'Close the case' }).click()
  await expect(card.getByLabel('Why it is closed')).toBeFocused()
  await card.getByLabel('Why it is closed').selectOption('Closed by vote')
  await card.getByLabel('Note').fill('Five of six agencies agreed.')
  await expect(card).toContainText('1 action is still open')
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Close the case' }).click()
  await expect(card).toContainText('Closed by vote')
  await expect(card).toContainText('Five of six agencies agreed.')
  await card.getByRole('button', { name: 'Place a legal hold' }).click()
  await card.getByLabel(/^Why it must be kept/).fill('A court asked for the record.')
  await card.getByRole('button', { name: 'Place the hold' }).click()
  await expect(card).toContainText('A court asked for the record.')
  await expect(card.getByRole('link', { name: 'Destroy the case' })).toBeHidden()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Lift the hold' }).click()
  await card.getByRole('button', { name: /^Lift it/ }).click()
  await expect(card.getByRole('link', { name: 'Destroy the case' })).toBeVisible()
  await card.getByRole('button', { name: 'Reopen' }).click()
  await expect(card.getByRole('button', { name: 'Close the case' })).toBeVisible()
})

test('what is due is chosen, destroyed for good, and certified; nothing goes unasked', async ({ page, app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-out-'))
  await startTeam(page)
  const [first, second] = await heardMonth(page)
  for (const each of [first, second]) await closeCase(page, each?.id ?? 0, monthsAgo(13))
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Keeping and destroying' }).click()
  await expect(page.getByText('These are defaults taken from published samples')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Months for: Unfinished forms').fill('0')
  await expect(page.getByRole('button', { name: 'Confirm this schedule' })).toBeDisabled()
  await page.getByLabel('Months for: Unfinished forms').fill('2')
  await page.getByRole('button', { name: 'Confirm this schedule' }).click()
  await expect(page.getByText(/^Decided by Robin Placeholder on/)).toBeVisible()

  await page.getByRole('button', { name: 'Due: Closed cases 2' }).click()
  const table = page.getByRole('grid', { name: 'Due: Closed cases' })
  await expect(table).toContainText(first?.reference ?? '')
  await table.focus()
  await page.keyboard.press(' ')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Destroy 1 record' }).click()
  const panel = page.getByRole('complementary', { name: 'Destroy for good' })
  await panel.getByRole('button', { name: 'Destroy now' }).click()
  await expect(panel).toContainText('Tick this first.')
  await expectAccessible(page)
  await panel.getByLabel(/^I have checked/).check()
  await panel.getByRole('button', { name: 'Destroy now' }).click()
  await expect(panel).toContainText('Nothing of it is left in the file of the records.')
  app.answerOpenDialog([folder])
  await panel.getByRole('button', { name: 'Save certificate' }).click()
  await expect(panel).toContainText(/Saved as \d{4}-\d\d-\d\d_destruction_1\.pdf/)
  await expectAccessible(page)
  expect(readdirSync(folder)).toHaveLength(1)
  await panel.getByRole('button', { name: 'I have noted the password' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Destroyed' }).click()
  const destroyed = page.getByRole('grid', { name: 'What was destroyed' })
  await expect(destroyed).toContainText(first?.reference ?? '')
  await expect(destroyed).not.toContainText(second?.reference ?? '')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('grid', { name: 'Cases' })).not.toContainText(first?.reference ?? '')
  rmSync(folder, { recursive: true })
})

test('a case goes on demand before its time, from its own page, with another reason than the schedule', async ({ page }) => {
  await startTeam(page)
  const [first] = await heardMonth(page)
  await closeCase(page, first?.id ?? 0, monthsAgo(1))
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByText(first?.reference ?? '').click()
  await page.getByRole('link', { name: 'Destroy the case' }).click()
  const panel = page.getByRole('complementary', { name: 'Destroy for good' })
  await expect(panel).toContainText(first?.reference ?? '')
  await expect(panel.getByLabel('Its time is over by the schedule')).toBeHidden()
  await panel.getByLabel('The person asked for it').check()
  await panel.getByLabel(/^I have checked/).check()
  await panel.getByRole('button', { name: 'Destroy now' }).click()
  await expect(panel).toContainText('Nothing of it is left')
})

test('the log and the keeping of records are accessible in Spanish as well', async ({ page }) => {
  await startTeam(page, { locale: 'es', region: 'other' })
  await page.getByRole('link', { name: 'Ajustes' }).click()
  await page.getByRole('link', { name: 'Ver el registro' }).click()
  await expect(page.getByText('El registro está completo')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ajustes' }).click()
  await page.getByRole('link', { name: 'Conservar y destruir' }).click()
  await expect(page.getByText('Son valores tomados de modelos publicados')).toBeVisible()
  await expectAccessible(page)
})
