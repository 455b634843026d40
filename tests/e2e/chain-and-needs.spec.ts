import type { Page } from '@playwright/test'
import { addDays, type IsoDate, isoDate } from '../../domain/dates.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { type HeldMeeting, holdMeeting } from './support/held-meeting.ts'
import { ask } from './support/month.ts'

/** The day as a person in the UK types it. */
function typed(day: IsoDate): string {
  return day.split('-').toReversed().join('/')
}

/** The case of Alma Invented, which the meeting heard, on one of its tabs. */
async function openCase(page: Page, tab: 'Chain' | 'Needs'): Promise<void> {
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByRole('row').filter({ hasText: 'HR-2026-0001' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'HR-2026-0001', level: 1 })).toBeVisible()
  await page.keyboard.press(tab === 'Chain' ? '5' : '6')
  await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
}

async function note(page: Page, content: object): Promise<void> {
  await ask(page, 'record.save', { caseId: 1, content, provenance: {} })
}

const day = ({ today }: HeldMeeting, days: number) => addDays(isoDate(today), days)

test('the chain is written link by link with few keys, says what is missing and where it broke, and an edit of it is undone', async ({
  page,
}) => {
  const held = await holdMeeting(page)
  await openCase(page, 'Chain')
  const links = page.getByRole('region', { name: 'Link by link' })
  const { keyboard } = page
  await keyboard.press('n')
  await expect(links.getByLabel('Link', { exact: true })).toBeFocused()
  await keyboard.type('Order is')
  await keyboard.press('Tab')
  await keyboard.type(typed(day(held, -4)))
  await keyboard.press('Enter')
  await expect(links.getByRole('listitem')).toHaveText([/Done.*Order issued/])
  const missing = page.getByRole('region', { name: 'Missing from the chain' })
  await expect(missing.getByRole('listitem')).toHaveText([/Issued, and nobody serves it/, /Issued, and not in the register/])
  await expect(missing.getByText('4 days').first()).toBeVisible()

  // The next link is guessed, depends on the last and waits: Enter is enough.
  await expect(links.getByLabel('Link', { exact: true })).toBeFocused()
  await expect(links.getByLabel('Link', { exact: true })).toHaveValue('orderServed')
  await links.getByLabel('Held by').selectOption({ label: 'Northmoor Police' })
  await links.getByLabel('Link', { exact: true }).focus()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(links.getByRole('listitem')).toHaveText([/Order issued/, /Waiting.*Order served.*with Northmoor Police, since today/])
  await expect(missing.getByRole('listitem')).toHaveText([/not in the register/])
  await expectAccessible(page)

  await links.getByRole('button', { name: /Order issued/ }).focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('b')
  await expect(links.getByRole('status')).toHaveText('Order served: Broken')
  await expect(links.getByRole('listitem').nth(1)).toHaveText(/Broken/)
  await page.getByRole('link', { name: 'This month' }).click()
  await expect(page.getByRole('link', { name: '1 broken link in 1 case' })).toBeVisible()
  await page.getByRole('link', { name: '1 broken link in 1 case' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'HR-2026-0001' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'HR-2026-0002' })).toHaveCount(0)
  await openCase(page, 'Chain')
  await page.keyboard.press('Control+z')
  await expect(links.getByRole('listitem').nth(1)).toHaveText(/Waiting/)
})

test('what is done towards him shows what lapsed and which violation nobody answered', async ({ page }) => {
  const held = await holdMeeting(page)
  await openCase(page, 'Chain')
  const measures = page.getByRole('region', { name: 'Measures towards the perpetrator' })
  await measures.getByRole('button', { name: 'Add a measure' }).click()
  const panel = page.getByRole('complementary', { name: 'Measure' })
  await panel.getByLabel('Measure', { exact: true }).selectOption('gps')
  await panel.getByLabel('Until').fill(typed(day(held, -1)))
  await panel.getByRole('button', { name: 'Add a violation' }).click()
  await panel.getByLabel('What happened').fill('Entered the zone at the school gate')
  await expect(measures.getByRole('listitem')).toHaveText([/Lapsed.*GPS.*Entered the zone.*not answered/])
  await panel.getByLabel('What was done about it').fill('Recalled to custody')
  await expect(measures.getByRole('listitem')).toHaveText([/answered: Recalled to custody/])
  await expectAccessible(page)
})

test('a need without an action is shown until one is linked, and the states are said by one key', async ({ page }) => {
  await holdMeeting(page)
  await openCase(page, 'Needs')
  const needs = page.getByRole('region', { name: 'Need by need' })
  const { keyboard } = page
  await expect(needs.getByText('No need is noted as open.')).toBeVisible()
  await needs.getByRole('button', { name: /^safety/ }).focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(needs.getByRole('button', { name: /^housing/ })).toBeFocused()
  await keyboard.press('o')
  await expect(needs.getByRole('button', { name: /^housing Open No action answers it/ })).toBeFocused()
  await expect(needs.getByText('1 open need has no action.')).toBeVisible()
  await keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /Change the locks/ }).check()
  await expect(needs.getByRole('button', { name: /^housing Open A-0001 Agreed/ })).toBeVisible()
  await expect(needs.getByText('Every open need has an action.')).toBeVisible()
  await expectAccessible(page)
})

test('an agency that meets her safely can reach her; one that meets only him is never named', async ({ page }) => {
  const { agencyIds } = await holdMeeting(page)
  const meets = (agencyId: number | undefined, person: string, isSafeToRaise: string) =>
    note(page, { kind: 'contactPoint', agencyId, meets: person, isSafeToRaise })
  await meets(agencyIds[4], 'victim', 'yes')
  await meets(agencyIds[3], 'perpetrator', 'yes')
  await page.reload()
  await openCase(page, 'Needs')
  const reach = page.getByRole('region', { name: 'Who can reach the victim safely?' })
  await expect(reach.getByRole('listitem')).toHaveText([/Lakeside Hospital.*Can reach/])
  const missing = page.getByRole('region', { name: 'Sectors missing round this case' })
  await expect(missing.getByRole('listitem')).toHaveText([/^Schools.*Valley Schools Service$/])

  await page.getByRole('button', { name: 'Add: County Probation, Victim' }).click()
  await page.getByLabel('Is it safe to raise the matter there?').selectOption('no')
  await expect(page.getByRole('table').getByText(/not safe to raise$/)).toBeVisible()
  await expect(reach.getByRole('listitem')).toHaveText([/Lakeside Hospital/])
  await expectAccessible(page)
})

test('a case whose risk rises on a coming day is put on the agenda of an emergency meeting from the first page', async ({ page }) => {
  const held = await holdMeeting(page)
  await note(page, { kind: 'chainLink', link: 'release', state: 'planned', on: day(held, 3) })
  await page.reload()
  const raised = page.getByRole('link', { name: /^HR-2026-0001: release / })
  await expect(raised).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put on an agenda' }).click()
  const panel = page.getByRole('complementary', { name: 'Review early' })
  await expect(panel.getByLabel('Meeting', { exact: true })).toHaveValue('new')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Put HR-2026-0001 on the agenda' }).click()
  await expect(panel.getByRole('status')).toHaveText(/^HR-2026-0001 is on the agenda of /)
  await expect(raised).toHaveCount(0)
  await expect(page.getByText('1 case, 10 min planned')).toBeVisible()
})
