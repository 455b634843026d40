import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { type HeldMeeting, holdMeeting } from './support/held-meeting.ts'
import { longestTasks } from './support/long-tasks.ts'
import { ask, startTeam } from './support/month.ts'

/** Opens what `make-big-profile` makes. */
const bigPassphrase = 'otter lantern quarry violin seventeen pebbles'

const table = (page: Page) => page.getByRole('grid', { name: 'Actions of all meetings' })
const row = (page: Page, reference: string) => table(page).getByRole('row', { name: new RegExp(`^${reference}`) })
const told = (page: Page) => page.getByRole('status').filter({ hasText: 'A-' })
const count = (page: Page, text: string) => expect(page.locator('main').getByText(text, { exact: true })).toBeVisible()

async function references(page: Page): Promise<readonly string[]> {
  return table(page).locator('[role=gridcell][aria-colindex="1"]').allInnerTexts()
}

/** The page of actions with five open ones; the focus is in the table. */
async function openActions(page: Page): Promise<HeldMeeting> {
  const held = await holdMeeting(page)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Actions/ })
    .click()
  await count(page, '5 rows')
  await table(page).focus()
  return held
}

test('what is late stands first, with words for how late', async ({ page }) => {
  await openActions(page)
  expect(await references(page)).toEqual(['A-0002', 'A-0001', 'A-0003', 'A-0005', 'A-0004'])
  await expect(row(page, 'A-0002')).toContainText('10 days late')
  await expect(row(page, 'A-0001')).toContainText('3 days late')
  await expect(row(page, 'A-0003')).toContainText('in 2 days')
  await expect(row(page, 'A-0001')).toContainText('Safety')
  await expectAccessible(page)
})

test('a status is set by one key, taken back by one, and both stay in the history', async ({ page }) => {
  await openActions(page)
  const { keyboard } = page
  await keyboard.press('ArrowDown')
  await keyboard.press('p')
  await expect(told(page)).toContainText('A-0001 is now: In progress.')
  await expect(row(page, 'A-0001')).toContainText('In progress')
  await keyboard.press('c')
  await expect(told(page)).toContainText('A-0001 is now: Complete.')
  await count(page, '4 rows')
  await expect(table(page)).toBeFocused()
  await keyboard.press('z')
  await expect(told(page)).toContainText('A-0001 is “In progress” again.')
  await count(page, '5 rows')

  await keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'A-0001' })
  await expect(panel.getByRole('listitem')).toHaveText([
    /“Complete” became “In progress”Taken back at once: it was a slip\./,
    /“In progress” became “Complete”/,
    /“Agreed” became “In progress”/,
    /Recorded as “Agreed”.*Robin Placeholder, in the meeting/,
  ])
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(table(page)).toBeFocused()
})

test('a promise not kept asks why; Escape leaves it, Enter sets it, and the reason is kept', async ({ page }) => {
  const { actionIds } = await openActions(page)
  const { keyboard } = page
  await keyboard.press('u')
  const why = page.getByRole('textbox', { name: 'Why did the agency not do it?' })
  await expect(why).toBeFocused()
  await expectAccessible(page)
  await keyboard.type('Nobody')
  await keyboard.press('Escape')
  await expect(why).toBeHidden()
  await expect(table(page)).toBeFocused()
  await count(page, '5 rows')

  await keyboard.press('u')
  await expect(why).toHaveValue('Nobody')
  await keyboard.press('End')
  await keyboard.type(' was on duty')
  await keyboard.press('Enter')
  await expect(told(page)).toContainText('A-0002 is now: Not undertaken (agency).')
  await expect(table(page)).toBeFocused()
  await count(page, '4 rows')
  const history = (await ask(page, 'actions.history', { id: actionIds[1] })) as readonly {
    readonly reason: string
    readonly source: string
  }[]
  expect(history.at(-1)).toMatchObject({ reason: 'Nobody was on duty', source: 'coordinator' })
})

test('a refused change keeps the reason that was typed', async ({ page }) => {
  const { actionIds } = await openActions(page)
  const { keyboard } = page
  await keyboard.press('n')
  const why = page.getByRole('textbox', { name: 'What made it impossible?' })
  await expect(why).toBeFocused()
  await ask(page, 'actions.changeStatus', { id: actionIds[1], version: 1, status: 'inProgress' })
  await keyboard.type('The road is closed')
  await keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('was changed after you opened it')
  await expect(why).toHaveValue('The road is closed')
  await expect(page.getByRole('complementary').getByText('In progress').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(told(page)).toContainText('A-0002 is now: Not possible (circumstances).')
})

test('a key for what cannot follow says what can', async ({ page }) => {
  await openActions(page)
  await page.keyboard.press('a')
  await expect(told(page)).toContainText('A-0002 is “Agreed” already.')
  await page.keyboard.press('w')
  await page.keyboard.type('He reads her post')
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('A-0002 is now: Withdrawn for safety.')
  await page.getByRole('button', { name: 'Ended', exact: true }).click()
  await count(page, '1 row')
  await table(page).focus()
  await page.keyboard.press('s')
  await expect(told(page)).toContainText('can become: Complete, In progress and Agreed.')
})

test('what is typed straight after the key that asks for a reason is the reason, and no key of the page', async ({ page }) => {
  await openActions(page)
  const focused = await page.evaluate(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', bubbles: true, cancelable: true }))
    // No answer of the store can come in between.
    await Promise.resolve()
    return document.activeElement?.tagName
  })
  expect(focused).toBe('INPUT')
  await page.keyboard.type('A cousin reads her post')
  await expect(page.getByRole('textbox', { name: 'What makes it unsafe?' })).toHaveValue('A cousin reads her post')
  await page.keyboard.press('Escape')
  await expect(table(page)).toBeFocused()
})

test('filters narrow the table, are saved under a name, and a removed view comes back', async ({ page }) => {
  const { today, agencyIds } = await openActions(page)
  await page.getByRole('button', { name: 'Overdue', exact: true }).click()
  await count(page, '2 rows')
  await page.getByRole('combobox', { name: 'Agency' }).selectOption('Westhaven Housing Trust')
  await count(page, '1 row')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await expectAccessible(page)
  await page.getByLabel('Name for the filters as they are now').fill('Housing, late')
  await page.keyboard.press('Enter')
  const view = page.getByRole('button', { name: 'Housing, late', exact: true })
  await expect(view).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await count(page, '5 rows')
  await page.getByRole('button', { name: 'More filters' }).click()
  await page.getByRole('button', { name: 'Complete', exact: true }).click()
  await expect(page.getByText('No action fits these filters.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Agreed', exact: true }).click()
  await page.getByLabel('Due from').fill(today)
  await count(page, '3 rows')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('back door')
  await count(page, '1 row')

  await view.click()
  await expect(row(page, 'A-0001')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the view “Housing, late”' }).click()
  await expect(view).toBeHidden()
  await page.keyboard.press('z')
  await expect(view).toBeVisible()
  const saved = (await ask(page, 'actions.savedFilters')) as readonly { readonly filter: object }[]
  expect(saved.map(({ filter }) => filter)).toEqual([expect.objectContaining({ state: 'overdue', agencyId: agencyIds[1] })])
})

test('sorted by agency, the first of each stands out', async ({ page }) => {
  await openActions(page)
  await page.getByRole('button', { name: 'Agency', exact: true }).click()
  await expect.poll(() => references(page)).toEqual(['A-0004', 'A-0002', 'A-0001', 'A-0003', 'A-0005'])
  await expect(page.getByRole('columnheader', { name: 'Agency' })).toHaveAttribute('aria-sort', 'ascending')
  const weight = (reference: string) =>
    row(page, reference)
      .getByText('Westhaven Housing Trust')
      .evaluate((cell) => getComputedStyle(cell).fontWeight)
  expect(Number(await weight('A-0001'))).toBeGreaterThan(Number(await weight('A-0003')))
})

test('a chase text for one agency holds references and days, and nothing that was said, and is not in the clipboard for long', async ({
  app,
  page,
}) => {
  await openActions(page)
  const { keyboard } = page
  await page.getByRole('button', { name: 'Copy chase text' }).click()
  await expect(page.getByText('Choose the agency first')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Agency' })).toBeFocused()

  await table(page).focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('x')
  await expect(page.getByText('1 overdue action of Westhaven Housing Trust copied')).toBeVisible()
  await expect(page.getByText('The clipboard is emptied after 30 seconds')).toBeVisible()
  const copiedAt = Date.now()
  // Pasted where it can be read: into the form of that action.
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change agency, text or day' }).click()
  const pasted = page.getByRole('textbox', { name: 'What was agreed' })
  await pasted.focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('ControlOrMeta+v')
  await expect(pasted).toHaveValue(
    /^One action is past its agreed day .*\nA-0001, case HR-\d{4}-0001, due .* \(3 days late\)\n\nPlease tell us/,
  )
  const text = await pasted.inputValue()
  for (const word of ['Alma', '07700', 'locks', 'Westhaven']) expect(text).not.toContain(word)

  expect(await app.readClipboard()).toBe(text)
  await expect.poll(app.readClipboard, { timeout: 40_000 }).toBe('')
  expect(Date.now() - copiedAt).toBeGreaterThan(29_000)
})

test('what was typed into the form outlives a change by somebody else, and the person decides', async ({ page }) => {
  const { actionIds, agencyIds, today } = await openActions(page)
  const { keyboard } = page
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change agency, text or day' }).focus()
  await keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'What was agreed' })
  await expectAccessible(page)
  await text.fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(text).toHaveAccessibleDescription('is needed')
  await text.fill('Put a marker on both addresses')
  const theirs = { id: actionIds[1], version: 1, agencyId: agencyIds[0], description: 'Put a marker on the address', isSafetyAction: true }
  await ask(page, 'actions.change', { ...theirs, dueOn: today })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('This action was changed meanwhile')
  await expect(page.getByRole('row', { name: /What was agreed.*both addresses/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save my form over it' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('A-0002 was changed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change agency, text or day' })).toBeFocused()
  await keyboard.press('u')
  await expect(page.getByRole('textbox', { name: 'Why did the agency not do it?' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Set the status' })).toBeFocused()
  await expect(page.getByRole('complementary').getByText('Put a marker on both addresses')).toBeVisible()
  await expect(page.getByRole('complementary').getByRole('listitem').first()).toContainText('Changed: text and day')
})

test('every key of the page is listed under the question mark', async ({ page }) => {
  await openActions(page)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog')
  for (const label of ['Complete', 'Not undertaken (agency)', 'Withdrawn for safety', 'Undo the last change']) {
    await expect(keys.getByText(label, { exact: true })).toBeVisible()
  }
})

test('before anything was agreed, the page says where actions come from', async ({ page }) => {
  await startTeam(page)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Actions/ })
    .click()
  await expect(page.getByText('No open actions.')).toBeVisible()
  await expectAccessible(page)
})

test.describe('with 100,000 actions', () => {
  // Making them counts as well.
  test.describe.configure({ timeout: 240_000 })
  test.use({
    profile: async ({ profile }, provide) => {
      execFileSync(process.execPath, [fileURLToPath(new URL('../fixtures/make-big-profile.ts', import.meta.url)), profile])
      await provide(profile)
    },
  })

  test('no task of the page is longer than 50 ms while the table scrolls, by wheel and by key', async ({ page }) => {
    await page.getByLabel('Passphrase').fill(bigPassphrase)
    await page.keyboard.press('Enter')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Actions/ })
      .click()
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await count(page, '100,000 rows')
    await table(page).hover()
    const tasks = await longestTasks(page, async () => {
      for (const distance of [300, 3000, 30_000]) {
        for (let turn = 0; turn < 60; turn += 1) {
          await page.mouse.wheel(0, distance)
          await page.waitForTimeout(16)
        }
      }
      await table(page).focus()
      for (let press = 0; press < 60; press += 1) await page.keyboard.press('PageDown')
      await page.keyboard.press('End')
      await expect(row(page, 'A-100000').or(table(page).getByRole('row').last())).toBeVisible()
    })
    expect(tasks.length).toBeGreaterThan(500)
    expect(tasks[0]).toBeLessThan(50)
  })
})
