import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { holdMeeting } from './support/held-meeting.ts'
import { ask } from './support/month.ts'

const table = (page: Page) => page.getByRole('grid', { name: 'Actions of all meetings' })
const panel = (page: Page, reference: string) => page.getByRole('complementary', { name: reference })

async function go(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
}

test('what could reach him is marked, waits for an advocate, stays here, and goes out once she has spoken, all by keyboard', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await holdMeeting(page)
  const { keyboard } = page
  await go(page, /^Actions/)
  await expect(table(page).getByRole('row', { name: /^A-0002/ })).toBeVisible()
  await table(page).focus()

  // The first row is A-0002, the marker of the police.
  await keyboard.press('Enter')
  await panel(page, 'A-0002').getByRole('button', { name: 'Change agency, text or day' }).focus()
  await keyboard.press('Enter')
  const form = panel(page, 'A-0002').getByRole('form', { name: 'Change agency, text or day' })
  await form.getByLabel('Aimed at the perpetrator').focus()
  await keyboard.press('Space')
  await form.getByLabel('Who tells her first').selectOption({ label: 'Harbour Advocacy' })
  await form.getByLabel('Only after').selectOption({ label: 'A-0001 Westhaven Housing Trust' })
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).focus()
  await keyboard.press('Enter')
  const safety = panel(page, 'A-0002').getByRole('region', { name: 'Her safety' })
  await expect(safety).toContainText('waits for an IDVA')
  await expect(safety).toContainText('aimed at perpetrator · Harbour Advocacy tells her first · only after A-0001')
  await expectAccessible(page)
  await keyboard.press('Escape')

  // Set all the same it asks why; Escape leaves it as it was.
  await keyboard.press('p')
  const why = panel(page, 'A-0002').getByRole('textbox', { name: 'Set it all the same, with a reason' })
  await expect(why).toBeFocused()
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(panel(page, 'A-0002')).toBeHidden()

  await go(page, /^Sharing/)
  await page.getByRole('grid', { name: 'Meetings and their lists' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /^Northmoor Police/ })).toContainText('1 waits for an IDVA')
  await page.getByRole('tab', { name: /^Northmoor Police/ }).click()
  const held = page.getByRole('region', { name: /^One action stays here until an IDVA/ })
  await expect(held).toContainText('A-0002')
  await expectAccessible(page)

  await go(page, /^Actions/)
  await table(page).focus()
  await keyboard.press('Enter')
  await panel(page, 'A-0002').getByLabel('Who said so').focus()
  await keyboard.type('Ottoline Gavelwood')
  await keyboard.press('Enter')
  await expect(safety).toContainText('Ottoline Gavelwood (Harbour Advocacy) said on')
  await expect(safety).toContainText('only after A-0001')
  await expect(panel(page, 'A-0002').getByText('Ottoline Gavelwood said that it may go ahead')).toBeVisible()
  await keyboard.press('Escape')

  // What comes first is done: now it may begin.
  const { rows } = (await ask(page, 'actions.list', { search: 'A-0001', state: 'all' })) as {
    readonly rows: readonly { readonly id: number; readonly version: number }[]
  }
  await ask(page, 'actions.changeStatus', { id: rows[0]?.id, version: rows[0]?.version, status: 'complete' })
  await table(page).focus()
  await keyboard.press('p')
  await expect(page.getByRole('status').filter({ hasText: 'A-0002 is now: In progress.' })).toBeVisible()
})
