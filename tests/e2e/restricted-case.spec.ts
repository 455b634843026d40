import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

const deputyPassphrase = 'eleven copper kettles sing at dusk'
const caseRow = (page: Page) => page.getByRole('grid', { name: 'Cases' }).getByRole('row').filter({ hasText: 'HR-2026-0001' })

async function unlock(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

test('a case is restricted, asks before it is shown, names nobody in the table, and is not there for the deputy it is hidden from', async ({
  page,
}) => {
  test.slow()
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await ask(page, 'keys.add', { current: passphrase, name: 'Barnaby Thistledown', role: 'deputy', passphrase: deputyPassphrase })
  await page.reload()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Cases/ })
    .click()
  await caseRow(page).click()
  await page.getByRole('tab', { name: 'Sharing' }).click()
  const card = page.getByRole('region', { name: 'Hidden from' })
  await card.getByRole('button', { name: 'Restrict this case' }).click()
  await page.keyboard.type('Her sister works at the hospital desk.')
  await card.getByRole('checkbox', { name: 'Barnaby Thistledown' }).check()
  await card.getByRole('checkbox', { name: 'Lakeside Hospital' }).check()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Restrict', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'This case concerns somebody of the team' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the case' }).press('Enter')
  await expect(page.getByText('RESTRICTED')).toBeVisible()
  await page.getByRole('tab', { name: 'Sharing' }).click()
  await expect(card).toContainText('Barnaby Thistledown and Lakeside Hospital')
  await expectAccessible(page)

  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Cases/ })
    .click()
  await expect(caseRow(page)).toContainText('RESTRICTED')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Who has access…' }).click()
  const overview = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Restricted cases' }) })
  await expect(overview.getByRole('listitem')).toHaveText([/HR-2026-0001\s*Hidden from Barnaby Thistledown/])
  await page.getByRole('button', { name: 'Add a person' }).click()
  await expect(page.getByText('Restricted cases that they will find: HR-2026-0001.')).toBeVisible()
  await expectAccessible(page)
  await overview.getByRole('link', { name: 'HR-2026-0001' }).click()
  await expect(page.getByRole('tab', { name: 'Sharing', selected: true })).toBeVisible()

  await page.keyboard.press('Control+l')
  await unlock(page, deputyPassphrase)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Cases/ })
    .click()
  await expect(page.getByRole('grid', { name: 'Cases' }).getByRole('row').filter({ hasText: 'HR-2026-0002' })).toBeVisible()
  await expect(caseRow(page)).toHaveCount(0)

  await page.keyboard.press('Control+l')
  await unlock(page, passphrase)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Cases/ })
    .click()
  await caseRow(page).click()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.getByRole('tab', { name: 'Sharing' }).click()
  await card.getByRole('button', { name: 'Lift the restriction' }).click()
  await card.getByRole('button', { name: /^Lift it/ }).click()
  await expect(card).toContainText('From nobody.')
})
