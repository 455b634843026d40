import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { line, prepare, shownCase } from './support/meeting-steps.ts'
import { ask } from './support/month.ts'

test('somebody too close to a case leaves before it is opened, and a restricted case has no names until it is', async ({ page }) => {
  const { meetingId, agencyIds } = await prepare(page)
  const [police, second] = agencyIds
  await ask(page, 'meetings.fillAgenda', { meetingId })
  const { agenda } = (await ask(page, 'meetings.get', { meetingId })) as {
    agenda: { caseId: number; caseReference: string; victimName: string }[]
  }
  const [first, restricted] = agenda
  if (!first || !restricted) throw new Error('the agenda is too short')
  for (const [agencyId, personName] of [
    [police, 'Sam Stand-in'],
    [second, restricted.victimName],
  ])
    await ask(page, 'meetings.recordAttendance', {
      meetingId,
      agencyId,
      personId: null,
      personName,
      presence: 'present',
      hasDeclared: true,
    })
  await ask(page, 'restrictions.set', { caseId: restricted.caseId, reason: 'He works there.', agencyIds: [second], slotIds: [] })
  await page.reload()
  await page.getByRole('link', { name: 'Meetings' }).click()
  await page.getByRole('row', { name: /10 Dec 2026/ }).click()

  const row = page.getByRole('row').filter({ hasText: restricted.caseReference })
  await expect(row).toContainText('RESTRICTED')
  await expect(row).toContainText('Leaves the room')
  await expect(page.getByRole('table').first()).not.toContainText(restricted.victimName)
  await page.screenshot({ path: 'test-results/conflicts-agenda.png' })

  await page.getByRole('tab', { name: /^Attendance/ }).click()
  await page.getByRole('row', { name: /^Northmoor Police/ }).focus()
  await page.keyboard.press('c')
  const panel = page.getByRole('complementary', { name: /^Conflicts/ })
  await panel.getByRole('checkbox', { name: new RegExp(first.caseReference) }).check()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/conflicts-panel.png' })
  await expect(panel.getByRole('button', { name: 'Save: 1 conflict' })).toBeVisible()
  await panel.getByRole('checkbox', { name: new RegExp(first.caseReference) }).press('Enter')
  await expect(page.getByRole('button', { name: 'Conflicts: Northmoor Police' })).toHaveText('1 case')

  await page.getByRole('tab', { name: 'Conflicts' }).click()
  await expect(page.getByText('same name as in the case')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/conflicts-check.png' })

  await page.getByRole('button', { name: 'Open the meeting' }).click()
  await page.getByRole('button', { name: /^Turn to HR/ }).click()
  await shownCase(page, first.caseReference)
  await expect(page.getByText(`${first.caseReference} concerns somebody in the room`)).toBeVisible()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByText(/^Say first that they have left the room/)).toBeVisible()
  await page.getByRole('checkbox', { name: /has left$/ }).check()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/conflicts-sealed.png' })
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByRole('region', { name: 'What is known' })).toBeVisible()
  await expect(line(page)).toBeFocused()

  await page.keyboard.press('Alt+ArrowRight')
  await shownCase(page, restricted.caseReference)
  await expect(page.getByText(`${restricted.caseReference} is restricted`)).toBeVisible()
  await expect(page.getByText('RESTRICTED', { exact: true })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/conflicts-sealed-dark.png' })
  expect(await page.locator('main').innerText()).not.toMatch(/Truncheonby/)
  await page.getByRole('checkbox', { name: /has left$/ }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'What is known' })).toBeVisible()
  await expect(page.getByText('RESTRICTED', { exact: true })).toBeHidden()
})
