import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, startTeam } from './support/month.ts'

function referral(sourceAgencyId: number, victim: object, perpetrator: string) {
  return {
    draft: { sourceAgencyId, receivedOn: '2026-11-02', victim, perpetrator: { name: perpetrator }, criteria: { visibleHighRisk: true } },
  }
}

test('a case is linked from a suggestion, shows the other by its reference alone, is opened, unlinked and linked again', async ({
  page,
}) => {
  await startTeam(page)
  const agencyId = (await ask(page, 'agencies.add', { name: 'Harbour Advocacy', sector: 'advocate', isCore: true })) as number
  const one = (await ask(page, 'referrals.record', referral(agencyId, { name: 'Kestrel Thornfield' }, 'Cosmo Foxglove'))) as {
    caseId: number
  }
  const other = (await ask(page, 'referrals.record', referral(agencyId, { name: 'Marigold Underhay' }, 'Gideon Cobbleton'))) as {
    caseId: number
  }
  const { victim } = (await ask(page, 'people.ofCase', { caseId: one.caseId })) as { victim: { person: { id: number } } }
  const tie = { role: 'relative', side: 'victim', isSafeToTalkTo: 'unknown', livesWith: 'unknown', note: '' }
  await ask(page, 'people.addTie', { caseId: other.caseId, person: { kind: 'known', personId: victim.person.id }, tie })
  await page.reload()

  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByRole('row').filter({ hasText: 'HR-2026-0001' }).dblclick()
  await page.getByRole('tab', { name: 'People' }).click()
  const card = page.getByRole('region', { name: 'Linked cases' })
  await expect(card).toContainText('Somebody is in both this case and HR-2026-0002.')
  await card.getByRole('button', { name: 'Link HR-2026-0002' }).click()
  await expect(card.getByLabel('Kind')).toHaveValue('relative')
  await card.getByLabel('Reason').fill('The two women are sisters.')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/linked-cases-form.png' })
  await card.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(page.getByText('Linked with HR-2026-0002')).toBeVisible()
  await expect(card.getByText('The two women are sisters.')).toBeVisible()
  await expect(card).not.toContainText('Marigold')
  await card.scrollIntoViewIfNeeded()
  await page.screenshot({ path: 'test-results/linked-cases.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/linked-cases-dark.png' })

  await card.getByRole('button', { name: 'Remove the link to HR-2026-0002' }).click()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await card.getByRole('link', { name: 'Open HR-2026-0002' }).click()
  await expect(page.getByRole('heading', { name: 'HR-2026-0002' })).toBeVisible()
  const log = (await ask(page, 'audit.list', {})) as { rows: { operation: string; names: { case: string | null } }[] }
  expect(log.rows.some(({ operation, names }) => operation === 'cases.get' && names.case === 'HR-2026-0002')).toBe(true)
})
