import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { holdMeeting } from './support/held-meeting.ts'
import { ask } from './support/month.ts'

test.use({ launch: { locale: 'en-GB', hideStandInBadge: true } })

/** A held meeting, and a note with words that stand nowhere else in the first case. */
async function withNote(page: Page): Promise<void> {
  await holdMeeting(page)
  const { rows } = (await ask(page, 'cases.list', { search: 'Alma Invented' })) as { readonly rows: readonly { readonly id: number }[] }
  const content = { kind: 'note', on: '2026-03-04', text: 'Alma said that the <b>marzipan</b> lady next door keeps a spare key.' }
  await ask(page, 'record.save', { caseId: rows[0]?.id, content, provenance: {} })
  await page.reload()
  await page.getByRole('link', { name: 'Search' }).click()
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search everything' })
const hits = (page: Page) => page.getByRole('list', { name: 'What was found' }).getByRole('link')

test('every word of the records is found from the keyboard, misspelt too, and opens where it stands', async ({ page }) => {
  await withNote(page)
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('heading', { name: /Everything in the records/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.type('marzpian')
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
  await expect(page.getByText('Showing results for “marzipan” instead of “marzpian”.')).toBeVisible()
  await expect(hits(page)).toHaveCount(1)
  // What was written as markup is text like any other, and the match alone is marked.
  await expect(hits(page).locator('mark')).toHaveText('marzipan')
  await expect(hits(page)).toContainText('<b>marzipan</b> lady')
  await expectAccessible(page)

  await page.getByRole('button', { name: /Search exactly for/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await expectAccessible(page)

  await field(page).fill('marzipan')
  await expect(hits(page)).toHaveCount(1)
  await field(page).press('ArrowDown')
  await expect(hits(page)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /Notes/, selected: true })).toBeVisible()

  await page.keyboard.press('Control+Shift+F')
  await expect(field(page), 'the search is found as it was left').toHaveValue('marzipan')
  await expect(hits(page)).toHaveCount(1)
})

test('what is found is narrowed by kind, agency and operators, and what cannot be read as meant is said', async ({ page }) => {
  await withNote(page)
  await field(page).fill('locks OR marker OR town OR alma')
  await expect(hits(page).first()).toContainText('Person')
  const actions = page.getByRole('button', { name: /^Actions 3$/ })
  await actions.click()
  await expect(hits(page)).toHaveCount(3)
  await page.getByRole('combobox', { name: 'Agency' }).selectOption({ label: 'Northmoor Police' })
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page)).toContainText('Put a marker on the address')
  await page.getByRole('button', { name: 'Clear filters' }).click()

  await field(page).fill('kind:nonsense "change the locks -nothing')
  await expect(page.getByText(/A quotation mark was left open/)).toBeVisible()
  await expect(page.getByText(/“nonsense” is no kind/)).toBeVisible()
  await field(page).fill('"change the locks" kind:action')
  await expect(hits(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'More filters' }).click()
  await expectAccessible(page)
})

test('while names are off the hits do not say who people are', async ({ page }) => {
  await withNote(page)
  await field(page).fill('alma')
  await expect(hits(page).first()).toContainText('Alma Invented')
  await page.keyboard.press('F9')
  const shown = page.getByRole('list', { name: 'What was found' })
  await expect(shown).toContainText('A.I.')
  await expect(shown).not.toContainText('Alma')
  await expect(shown).not.toContainText('Invented')
  await expect(shown).not.toContainText('07700')
})

test('the palette hands over what has no name', async ({ page }) => {
  await withNote(page)
  await page.getByRole('link', { name: 'This month' }).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('marzipan lady')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Search everything for “marzipan lady”' })).toHaveAttribute(
    'data-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('marzipan lady')
  await expect(hits(page)).toHaveCount(1)
})
