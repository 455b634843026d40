import type { Page } from '@playwright/test'
import { expect, test } from './support/fixture.ts'
import { holdMeeting } from './support/held-meeting.ts'
import { ask } from './support/month.ts'

test.use({ launch: { locale: 'en-GB', hideStandInBadge: true } })

const statuses = async (page: Page) => {
  const { rows } = (await ask(page, 'actions.list', { state: 'all' })) as {
    readonly rows: readonly { readonly reference: string; readonly status: string }[]
  }
  return rows.map(({ reference, status }) => `${reference} ${status}`).toSorted()
}

/** The table of actions with its first row active, where one letter sets the status. */
async function onFirstAction(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Actions/ }).click()
  const table = page.getByRole('grid', { name: 'Actions' })
  await expect(table.getByText('A-0002')).toBeVisible()
  await table.focus()
}

test('no key of the page acts behind an open dialog, and the search has the focus from the first letter', async ({ page }) => {
  await holdMeeting(page)
  await onFirstAction(page)
  const before = await statuses(page)

  await page.keyboard.press('?')
  await page.keyboard.press('c')
  await page.keyboard.press('u')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Keys of this screen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await statuses(page), 'behind the list of keys').toEqual(before)

  await page.getByRole('grid', { name: 'Actions' }).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('cas')
  await expect(page.getByRole('textbox', { name: /Page, agency/ })).toHaveValue('cas')
  expect(await statuses(page), 'behind the search').toEqual(before)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('grid', { name: 'Actions' }), 'the focus is back where it was').toBeFocused()

  // The same letter does act once nothing is open: the keys above were not dead for another reason.
  await page.keyboard.press('c')
  await expect.poll(() => statuses(page)).not.toEqual(before)
})

test('what is typed into the search is taken by Enter, also where it is found a moment later', async ({ page }) => {
  await holdMeeting(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('HR-2026-0002')
  await expect(page.getByRole('dialog').getByRole('button', { name: /^HR-2026-0002/ })).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'HR-2026-0002' })).toBeVisible()
})

test('hiding and locking work over an open dialog', async ({ page }) => {
  await holdMeeting(page)
  await onFirstAction(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.press('F8')
  await expect(page.getByRole('dialog', { name: /The screen is hidden/ })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('textbox', { name: /Page, agency/ })).toBeFocused()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
})

test('the keys of every screen stand apart from those of this one, each thing once', async ({ page }) => {
  await holdMeeting(page)
  await onFirstAction(page)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog')
  await expect(keys.getByText('Show or hide names', { exact: true })).toHaveCount(1)
  await expect(keys.getByRole('heading', { name: 'On every screen' })).toBeVisible()
})
