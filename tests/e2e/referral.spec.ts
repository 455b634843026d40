import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, seedMonth, startTeam } from './support/month.ts'

function agencyField(page: Page) {
  return page.getByRole('combobox', { name: 'Referring agency' })
}

/** Opens the form and puts the cursor into its first field, by keys alone. */
async function openForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeFocused()
  await page.keyboard.press('n')
  await expect(agencyField(page)).toBeVisible()
}

/** Presses Tab until a field has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reached it')
}

/** A person's field, which both people have. */
function field(page: Page, party: 'Victim' | 'Perpetrator', label: string) {
  return page.getByRole('group', { name: party, exact: true }).getByLabel(label)
}

async function fillPair(page: Page, victim: string, perpetrator: string): Promise<void> {
  await field(page, 'Victim', 'Name').fill(victim)
  await field(page, 'Perpetrator', 'Name').fill(perpetrator)
}

test('a referral is entered by keyboard alone, and its case says what was entered', async ({ page }) => {
  await startTeam(page)
  await ask(page, 'agencies.add', { name: 'Harbour Advocacy', sector: 'advocate', isCore: true })
  await page.reload()
  await openForm(page)
  const { keyboard } = page
  await tabTo(page, agencyField(page))
  await keyboard.type('harb')
  await expect(page.getByRole('option', { name: 'Harbour Advocacy' })).toBeVisible()
  await keyboard.press('Enter')
  await tabTo(page, page.getByLabel(/^Received on/))
  await page.getByLabel(/^Received on/).pressSequentially('20/11/2026')
  await tabTo(page, field(page, 'Victim', 'Name'))
  await keyboard.type('Alma Invented')
  await keyboard.press('Tab')
  await keyboard.type('03041985')
  await expect(field(page, 'Victim', 'Date of birth')).toHaveAccessibleDescription(/^Wed,? 3 April 1985$/)
  await field(page, 'Perpetrator', 'Name').focus()
  await keyboard.type('Dan Madeup')
  await tabTo(page, page.getByLabel('How many'))
  await keyboard.type('2')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Child 1' }).getByLabel('Name')).toBeFocused()
  await keyboard.type('Kit Invented')
  await tabTo(page, page.getByLabel('Risk tool'))
  await keyboard.type('DASH')
  await tabTo(page, page.getByLabel(/^Score/))
  await keyboard.type('17')
  await expect(page.getByText('High by this score.')).toBeVisible()
  await tabTo(page, page.getByLabel('Professional judgement'))
  await keyboard.press('Space')
  await tabTo(page, page.getByLabel(/^Reason for the judgement/))
  await keyboard.type('Threats are becoming more exact.')
  await tabTo(page, page.getByLabel('Summary'))
  await keyboard.type('The door was broken in the night.')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Referral saved as HR-2026-0001' })).toBeVisible()
  await expect(page.getByText('First referral of this pair.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open HR-2026-0001' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'HR-2026-0001', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Danger' })).toContainText('DASH 17')
  await expect(page.getByRole('region', { name: 'Danger' })).toContainText('Threats are becoming more exact.')
  await expect(page.getByRole('region', { name: 'Safe contact' })).toContainText('Do not contact')
  await expect(page.getByRole('region', { name: 'People' })).toContainText('Kit Invented')
  await expect(page.getByRole('region', { name: 'Referrals' })).toContainText('The door was broken in the night.')
})

test('what is wrong is said at the field and at the top, and the first wrong field gets the cursor', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await openForm(page)
  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('5 fields need attention')
  await expect(agencyField(page)).toBeFocused()
  await expectAccessible(page)
  await summary.getByRole('link', { name: 'Perpetrator: Name' }).click()
  await expect(field(page, 'Perpetrator', 'Name')).toBeFocused()
  await fillPair(page, 'Alma Invented', 'alma  INVENTED')
  await expect(summary).toContainText('is the same person as the victim')
  await page.getByLabel('Risk tool').selectOption('dash')
  await page.getByLabel(/^Score/).fill('28')
  await expect(summary).toContainText('must be a whole number from 0 to 27')
  await page.getByLabel('Directly').check()
  await expect(summary.getByRole('link', { name: 'How', exact: true })).toBeVisible()
  await page.getByLabel('Professional judgement').check()
  await expect(summary).toContainText('is needed with professional judgement')
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 4 })
})

test('a known pair is recognised while it is typed, and the further referral is judged before it is saved', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await openForm(page)
  await agencyField(page).fill('Lakeside')
  await page.keyboard.press('Enter')
  await fillPair(page, 'Alma Invented', 'Dan Madeup')
  const known = page.getByRole('group', { name: 'Is this a case you know?' })
  await expect(known).toContainText('The same two names: this pair is known.')
  await page.getByLabel(/^Received on/).fill('2026-11-24')
  await page.getByLabel('Escalation').check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('needs your decision')
  await known.getByLabel(/^Add the referral to HR-2026-0001/).check()
  await expect(known).toContainText('Repeat: last referred on 20 Nov 2026')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Repeat: last referred on 20 Nov 2026')).toBeVisible()
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 4 })
})

test('a form survives the lock, and clearing it can be undone', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await openForm(page)
  await fillPair(page, 'Ida Fabricated', 'Otto Pretend')
  await page.keyboard.press('Control+l')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await openForm(page)
  await expect(page.getByText('Restored what you had typed before.')).toBeVisible()
  await expect(field(page, 'Victim', 'Name')).toHaveValue('Ida Fabricated')
  await page.getByRole('button', { name: 'Clear form' }).click()
  await expect(field(page, 'Victim', 'Name')).toHaveValue('')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'Victim', 'Name')).toHaveValue('Ida Fabricated')
  await expect(field(page, 'Perpetrator', 'Name')).toHaveValue('Otto Pretend')
})

test('while names are hidden, no field of the form can be read over a shoulder', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await openForm(page)
  await fillPair(page, 'Ida Fabricated', 'Otto Pretend')
  await page.keyboard.press('F9')
  await expect(field(page, 'Victim', 'Name')).toHaveCSS('filter', 'blur(6px)')
  await page.keyboard.press('F9')
  await expect(field(page, 'Victim', 'Name')).toHaveCSS('filter', 'none')
})

test('a case is not saved over a newer record unasked, and nothing typed is lost', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.getByText('HR-2026-0001').click()
  await page.keyboard.press('e')
  const panel = page.getByRole('complementary', { name: 'People of HR-2026-0001' })
  await panel.getByLabel('Relationship').fill('married')
  const [row] = ((await ask(page, 'cases.list', { search: 'HR-2026-0001' })) as { rows: { id: number }[] }).rows
  const now = (await ask(page, 'cases.get', { id: row?.id })) as Record<string, unknown>
  const { id, version, victim, perpetrator, childrenCount, children, safeContact } = now
  await ask(page, 'cases.change', { id, version, victim, perpetrator, relationship: 'divorced', childrenCount, children, safeContact })
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByRole('alert')).toContainText('Somebody changed this case meanwhile')
  await expect(panel.getByRole('row', { name: /Relationship/ })).toContainText('divorced')
  await expect(panel.getByRole('row', { name: /Relationship/ })).toContainText('married')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Save my form over it' }).click()
  await expect(panel).toBeHidden()
  await expect(page.getByRole('region', { name: 'People' })).toContainText('married')
})

test('a referral is turned down with its reason, which stays in the record', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByText('4 referrals wait for a meeting')).toBeVisible()
  await page.getByText('HR-2026-0004').click()
  const referrals = page.getByRole('region', { name: 'Referrals' })
  await referrals.getByRole('button', { name: 'Turn down' }).click()
  await expect(page.getByLabel('Reason', { exact: false }).last()).toBeFocused()
  await page.getByLabel(/^Screen it out/).check()
  await page
    .getByLabel(/^Reason/)
    .last()
    .fill('The threshold is not met, and the referrer agrees.')
  await expectAccessible(page)
  await referrals.getByRole('button', { name: 'Turn down' }).click()
  await expect(referrals).toContainText('Screened out')
  await expect(referrals).toContainText('The threshold is not met, and the referrer agrees.')
})

test('the table of cases filters, finds, sorts and opens by keyboard', async ({ page }) => {
  await startTeam(page)
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible()
  await expectAccessible(page)
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Cases' }).click()
  const table = page.getByRole('grid', { name: 'Cases' })
  await expect(table.getByRole('row')).toHaveCount(5)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'With children' }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'With children' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('notreal')
  await expect(table.getByRole('row')).toHaveCount(2)
  await table.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'HR-2026-0002', level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('e')
  await expect(page.getByRole('complementary', { name: 'People of HR-2026-0002' })).toBeVisible()
  await expectAccessible(page)
})

test('the form is accessible in Spanish as well', async ({ page }) => {
  await startTeam(page, { locale: 'es', region: 'other' })
  await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Casos' }).click()
  await page.keyboard.press('n')
  await expect(page.getByRole('combobox', { name: 'Entidad que deriva' })).toBeVisible()
  await expectAccessible(page)
})
