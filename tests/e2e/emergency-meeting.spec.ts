import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, startTeam } from './support/month.ts'

test('a case that cannot wait is put on an emergency meeting of today in one step, from its referral or from its head', async ({
  page,
}) => {
  await startTeam(page)
  const sourceAgencyId = await ask(page, 'agencies.add', { name: 'Northmoor Police', sector: 'police', isCore: true })
  for (const [victim, perpetrator] of [
    ['Alma Invented', 'Dan Madeup'],
    ['Bea Notreal', 'Cole Imaginary'],
  ])
    await ask(page, 'referrals.record', {
      draft: {
        sourceAgencyId,
        receivedOn: '2026-11-20',
        victim: { name: victim },
        perpetrator: { name: perpetrator },
        criteria: { escalation: true },
      },
      caseId: null,
    })
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByText('HR-2026-0001').click()
  await page.getByRole('button', { name: 'Emergency meeting' }).first().click()
  const panel = page.getByRole('complementary', { name: 'Emergency meeting for HR-2026-0001' })
  const save = panel.getByRole('button', { name: 'Put it on the agenda' })
  await expect(save).toBeDisabled()
  await panel.getByLabel('Starts at').fill('16:00')
  await panel.getByLabel('Why it cannot wait').fill('He is released tomorrow')
  await expectAccessible(page)
  await save.click()
  await expect(page.getByText(/^On the agenda of the emergency meeting of /)).toBeVisible()
  await expect(panel).toHaveCount(0)
  expect(await ask(page, 'meetings.list')).toMatchObject([{ kind: 'emergency', caseCount: 1 }])
  expect(await ask(page, 'record.of', { caseId: 1 })).toMatchObject({
    entries: [{ content: { kind: 'note', text: 'He is released tomorrow' } }],
  })

  // The next case finds the meeting that is there.
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByText('HR-2026-0002').click()
  await page.getByRole('button', { name: 'Emergency meeting' }).first().click()
  const second = page.getByRole('complementary', { name: 'Emergency meeting for HR-2026-0002' })
  await second.getByLabel('Why it cannot wait').fill('He knows the address')
  await second.getByRole('button', { name: 'Put it on the agenda' }).click()
  await expect(page.getByText(/^On the agenda of the emergency meeting of /)).toBeVisible()
  expect(await ask(page, 'meetings.list')).toMatchObject([{ kind: 'emergency', caseCount: 2 }])

  // What awaits it already is said.
  await page.getByRole('button', { name: 'Emergency meeting' }).first().click()
  await second.getByLabel('Why it cannot wait').fill('Once more')
  await second.getByRole('button', { name: 'Put it on the agenda' }).click()
  await expect(second.getByRole('alert')).toContainText('HR-2026-0002')
})
