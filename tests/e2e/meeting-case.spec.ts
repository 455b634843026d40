import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { line, openMeeting } from './support/meeting-steps.ts'
import { ask, type Month } from './support/month.ts'

const children = [{ name: 'Poppy Invented', dateOfBirth: null, school: '' }]

/** The record of the case that is heard first: her voice, a chain with a broken and a waiting link, and an open need. */
async function fillRecord(page: Page, { agencyIds: [police, , , probation] }: Month): Promise<number> {
  const cases = (await ask(page, 'cases.list', { search: 'HR-2026-0001' })) as { readonly rows: readonly { readonly id: number }[] }
  const caseId = cases.rows[0]?.id ?? 0
  const save = (content: object) => ask(page, 'record.save', { caseId, content, provenance: {} })
  await save({
    kind: 'voice',
    on: '2026-11-20',
    wasAsked: 'yes',
    wants: 'to stay in the home with Poppy',
    fears: 'the school pick-up on Fridays',
    knowsOfMeeting: 'yes',
    toldBy: 'the advocate',
    codeWord: 'marmalade',
  })
  const served = await save({ kind: 'chainLink', link: 'orderServed', state: 'broken', on: '2026-11-03', heldBy: police })
  await save({ kind: 'chainLink', link: 'charge', state: 'waiting', heldBy: probation, heldSince: '2026-11-08', dependsOn: null })
  await save({ kind: 'chainLink', link: 'orderEntered', state: 'waiting', dependsOn: served })
  await save({ kind: 'chainLink', link: 'release', state: 'planned', on: '2026-12-18' })
  await save({ kind: 'need', domain: 'housing', state: 'open' })
  const found = (await ask(page, 'cases.get', { id: caseId })) as Record<string, unknown>
  const { id, version, victim, perpetrator, relationship, childrenCount, safeContact } = found
  await ask(page, 'cases.change', { id, version, victim, perpetrator, relationship, childrenCount, children, safeContact })
  await page.reload()
  await page.getByRole('link', { name: 'Back to the meeting' }).click()
  await expect(line(page)).toBeFocused()
  return caseId
}

const known = (page: Page) => page.getByRole('region', { name: 'What is known' })

test('the case shows her voice and the chain in three lines, and hides its people with the names', async ({ page }) => {
  await fillRecord(page, await openMeeting(page))
  await expect(known(page)).toContainText('wants to stay in the home with Poppy')
  await expect(known(page)).toContainText('fears the school pick-up on Fridays')
  await expect(known(page)).toContainText('knows of the meeting: Yes (the advocate)')
  await expect(known(page)).not.toContainText('marmalade')
  const lines = known(page).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(0)).toContainText('Order served: Broken')
  await expect(lines.nth(1)).toContainText('Charge: Waiting, County Probation')
  await expect(lines.nth(1)).toContainText('+1 more')
  await expect(lines.nth(2)).toContainText('Next risk date: release, 18 Dec 2026')
  await expectAccessible(page)
  await page.keyboard.press('Control+Shift+H')
  await expect(known(page)).toContainText('wants to stay in the home with …')
  await expect(known(page)).not.toContainText('Poppy')
})

test('a need is answered in the line or in the list, and leaving the case asks no reason for it', async ({ page }) => {
  await fillRecord(page, await openMeeting(page))
  await line(page).focus()
  await page.keyboard.type('housing: find a flat by 14 dec !safety !need h')
  await page.keyboard.press('Tab')
  await expect(line(page)).toHaveValue('housing: find a flat by 14 dec !safety !need housing ')
  await expect(page.locator('#understood')).toContainText('answers: housing')
  await page.keyboard.press('Enter')
  const agreed = page.getByRole('region', { name: /^Agreed now/ })
  await expect(agreed).toContainText('answers: housing')
  await page.getByRole('button', { name: 'Needs that A-0001 answers: housing. Change them' }).click()
  await expect(page.getByRole('checkbox', { name: 'housing' })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'income' }).click()
  await expect(agreed).toContainText('answers: housing and income')
  await page.getByRole('checkbox', { name: 'housing' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Open needs without an action: housing/)).toBeVisible()
  await page.getByRole('button', { name: 'Needs that A-0001 answers: income. Change them' }).click()
  await page.getByRole('checkbox', { name: 'housing' }).click()
  await expect(agreed).toContainText('answers: housing and income')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Put right in the line/ }).click()
  await expect(page.getByRole('textbox', { name: /^Put A-0001 right/ })).toHaveValue(/!need housing !need income$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('HR-2026-0001 is done.')).toBeVisible()
})

test('an earlier action that must wait is set all the same with a reason', async ({ page }) => {
  const { agencyIds, meetingId } = await openMeeting(page)
  const { agenda, currentListingId } = (await ask(page, 'meetings.get', { meetingId })) as {
    readonly agenda: readonly { readonly listingId: number; readonly caseId: number }[]
    readonly currentListingId: number
  }
  const caseId = agenda.find(({ listingId }) => listingId === currentListingId)?.caseId ?? 0
  await ask(page, 'actions.record', {
    listingId: currentListingId,
    agencyId: agencyIds[0],
    description: 'serve the order',
    dueOn: '2026-12-14',
    safety: { isTowardsHim: true },
  })
  for (const { listingId } of agenda) await ask(page, 'listings.finish', { listingId, reason: 'left for the next meeting' })
  await ask(page, 'meetings.close', { meetingId })
  const next = (await ask(page, 'meetings.schedule', { heldOn: '2026-12-17', startsAt: '09:30' })) as number
  await ask(page, 'meetings.addToAgenda', { meetingId: next, caseId, referralId: null })
  await ask(page, 'meetings.recordAttendance', {
    meetingId: next,
    agencyId: agencyIds[0],
    personId: null,
    personName: 'Sam Stand-in',
    presence: 'present',
    hasDeclared: true,
  })
  await ask(page, 'meetings.open', { meetingId: next })
  await page.reload()
  await page.getByRole('link', { name: 'Meetings' }).click()
  await page.getByRole('row', { name: /17 Dec 2026/ }).click()
  await page.getByRole('button', { name: /^Turn to HR/ }).click()
  await page.getByRole('button', { name: 'Status of A-0001: Agreed. Change it' }).focus()
  await page.keyboard.press('p')
  await expect(known(page)).toContainText('it waits until an IDVA has said that it may go ahead.')
  const why = page.getByRole('textbox', { name: 'Why is it set all the same?' })
  await expect(why).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await page.keyboard.press('p')
  await why.fill('It was served last night')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A-0001 is now: In progress.')).toBeVisible()
  const history = (await ask(page, 'actions.history', { id: 1 })) as readonly { readonly reason: string; readonly change: unknown }[]
  expect(history.at(-1)).toMatchObject({ reason: 'It was served last night', change: { wentAhead: true } })
})
