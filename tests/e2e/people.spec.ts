import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, startTeam } from './support/month.ts'

function referral(sourceAgencyId: number, victim: object, perpetrator: string) {
  return {
    draft: { sourceAgencyId, receivedOn: '2026-11-02', victim, perpetrator: { name: perpetrator }, criteria: { visibleHighRisk: true } },
  }
}

test('somebody is added to a case, said to be unsafe to talk to, and two records of one person are merged and taken apart again', async ({
  page,
}) => {
  await startTeam(page)
  const agencyId = (await ask(page, 'agencies.add', { name: 'Harbour Advocacy', sector: 'advocate', isCore: true })) as number
  const address = '9 Invented Row, Fablewood'
  await ask(
    page,
    'referrals.record',
    referral(agencyId, { name: 'Kestrel Thornfield', dateOfBirth: '1988-02-28', address }, 'Cosmo Foxglove'),
  )
  await ask(
    page,
    'referrals.record',
    referral(agencyId, { name: 'Kestrle Thornfield', dateOfBirth: '1988-02-28', address }, 'Gideon Cobbleton'),
  )
  await page.reload()

  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByRole('row').filter({ hasText: 'HR-2026-0001' }).dblclick()
  await page.getByRole('tab', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Gideon Cobleton')
  await expect(page.getByText('Is this the same person?')).toBeVisible()
  await expect(page.getByText('name spelled almost alike')).toBeVisible()
  await page.getByLabel('Who this is').selectOption('relative')
  await page.getByLabel('Safe to talk to').selectOption('no')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add this person' }).first().click()
  await expect(page.getByText('NOT safe to talk to').first()).toBeVisible()
  await page.getByLabel('Other names').fill('Gid')
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/people-tab.png' })

  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByRole('button', { name: 'People that may be the same' }).click()
  await expect(page.getByText('name spelled almost alike')).toBeVisible()
  await page.getByRole('button', { name: 'Side by side' }).click()
  await expect(page.getByRole('button', { name: 'Merge into one record' })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/people-alike.png' })
  await page.getByRole('button', { name: 'Merge into one record' }).click()
  await expect(page.getByText('No two records look like one person')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('button', { name: 'Side by side' })).toBeVisible()
})
