import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, seedMonth, startTeam } from './support/month.ts'

const panel = (page: Page) => page.getByRole('complementary', { name: 'Assessment' })
const result = (page: Page) => panel(page).getByRole('status', { name: 'Result so far' })
const saved = (page: Page) => expect(panel(page).getByText('Saved', { exact: true })).toBeVisible()
const now = (page: Page) => page.getByRole('region', { name: 'What is known of the danger' })

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reached it')
}

/** The Risk tab of the first case, by keys. */
async function openRiskTab(page: Page): Promise<void> {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  // An incident of today is later than any assessment that came with a referral.
  const on = await page.evaluate(() => new Date().toLocaleDateString('en-CA'))
  await ask(page, 'record.save', { caseId: 1, content: { kind: 'incident', incident: 'threats', on }, provenance: {} })
  await page.reload()
  await tabTo(page, page.getByRole('link', { name: /^Cases/ }))
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid', { name: 'Cases' })
  await grid.getByText('HR-2026-0001').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('HR-2026-0001')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await tabTo(page, grid)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'HR-2026-0001', level: 1 })).toBeFocused()
  await page.keyboard.press('4')
  await expect(page.getByRole('tab', { name: 'Risk' })).toHaveAttribute('aria-selected', 'true')
}

test('a checklist is filled in by one key an item, scored as it goes, and judged beside the score', async ({ page }) => {
  test.slow()
  await openRiskTab(page)
  const { keyboard } = page
  await keyboard.press('n')
  await expect(panel(page).getByRole('combobox', { name: 'Tool' })).toBeFocused()
  await tabTo(page, panel(page).getByRole('radio', { name: 'Score only' }))
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await tabTo(page, panel(page).getByRole('group', { name: '1. Injured this time' }).getByRole('radio', { name: 'Yes' }))
  await keyboard.type('y'.repeat(13))
  await expect(result(page)).toContainText('DASH 13: below the threshold of 14')
  await keyboard.type('u'.repeat(11))
  await expect(result(page)).toContainText('11 not known')
  await saved(page)
  await expectAccessible(page)

  await page.keyboard.press('Shift+Tab')
  await panel(page).getByRole('group', { name: /^24\./ }).getByRole('radio', { name: 'Not known' }).focus()
  await keyboard.press('y')
  await expect(result(page)).toContainText('DASH 14: visible high risk')
  await saved(page)
  const judgement = panel(page).getByRole('combobox', { name: /^Professional judgement/ })
  await expect(judgement.getByRole('option')).toHaveText(['The result of the tool stands', 'High', 'Extreme'])
  await tabTo(page, judgement)
  await keyboard.type('Ext')
  await tabTo(page, panel(page).getByRole('textbox', { name: /^Reason/ }))
  await keyboard.type('He counts her steps.')
  await saved(page)
  await keyboard.press('Escape')
  await expect(now(page)).toContainText('DASH 14: visible high risk')
  await expect(now(page)).toContainText('Judgement: Extreme. He counts her steps.')
  await expect(now(page)).toContainText('Signs: Separation, tried or done')
  await expect(now(page)).toContainText('10 answers are not known')
  await expect(page.getByRole('img', { name: 'Risk levels over time, with incidents' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('row')).not.toHaveCount(1)
  await expectAccessible(page)
})

test('the Danger Assessment demands a response to item 20, takes the calendar, and never takes a level below its band', async ({
  page,
}) => {
  test.slow()
  await openRiskTab(page)
  const { keyboard } = page
  await keyboard.press('n')
  await expect(panel(page).getByRole('combobox', { name: 'Tool' })).toBeFocused()
  await keyboard.type('Danger')
  await tabTo(page, panel(page).getByRole('button', { name: 'Add a day' }))
  await keyboard.press('Enter')
  await expect(panel(page).getByRole('textbox', { name: 'Day' })).toBeFocused()
  await keyboard.type(new Date().toLocaleDateString('en-GB'))
  await tabTo(page, panel(page).getByRole('radio', { name: 'Score only' }))
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await tabTo(page, panel(page).getByRole('group', { name: '1. More often or worse' }).getByRole('radio', { name: 'Yes' }))
  await keyboard.type(`${'n'.repeat(20)}y`)
  await expect(result(page)).toContainText('Danger Assessment 0: variable danger')
  await expect(panel(page)).toContainText('This always needs one, whatever the score.')
  await saved(page)
  await keyboard.press('Escape')
  await expect(now(page)).toContainText('This always needs one, whatever the score.')
  await page.getByRole('button', { name: /Assessment: Danger Assessment/ }).press('Enter')
  await tabTo(page, panel(page).getByRole('textbox', { name: /^What was done about the suicidality/ }))
  await keyboard.type('Called the crisis line with her.')
  await saved(page)
  await keyboard.press('Escape')
  await expect(now(page)).not.toContainText('This always needs one')
})

test('wording is asked for with the licence, shown in the place of our labels, and an incident makes the assessment stale', async ({
  page,
}) => {
  test.slow()
  await openRiskTab(page)
  const { keyboard } = page
  await expect(now(page)).toContainText('an incident became known')
  await keyboard.press('n')
  await panel(page).getByRole('combobox', { name: 'Tool' }).selectOption('DA-5')
  await panel(page).getByRole('radio', { name: 'Our wording' }).focus()
  await keyboard.press('ArrowRight')
  await panel(page).getByText('Our wording').click()
  const keep = panel(page).getByRole('button', { name: 'Keep the wording' })
  await expect(keep).toBeDisabled()
  await panel(page)
    .getByRole('textbox', { name: /^Questions/ })
    .fill(['Invented one', 'Invented two', 'Invented three', 'Invented four', 'Invented five'].join('\n'))
  await panel(page).getByRole('textbox', { name: 'Licence or permission' }).fill('An invented licence')
  await expect(keep).toBeDisabled()
  await panel(page)
    .getByRole('checkbox', { name: /^Our team is licensed/ })
    .check()
  await keep.click()
  await expect(panel(page).getByRole('group', { name: '4. Invented four' })).toBeVisible()
  await expectAccessible(page)
})

test('a saved result is taken down, by typing, undoing or removing, only with a reason, which stays as a note', async ({ page }) => {
  test.slow()
  await openRiskTab(page)
  const score = panel(page).getByRole('textbox', { name: /^Score/ })
  await page.keyboard.press('n')
  await score.fill('20')
  await saved(page)
  await page.keyboard.press('Escape')
  const lower = panel(page).getByRole('group', { name: /^This takes the risk down/ })
  const open = page.getByRole('button', { name: /Assessment: DASH$/ })

  // Undoing asks as well.
  await page.getByRole('button', { name: /^Undo: Assessment/ }).click()
  await expect(page.getByRole('group', { name: /^This takes the risk down/ })).toBeVisible()
  await expect(open).toBeVisible()
  await expectAccessible(page)

  await open.press('Enter')
  await panel(page)
    .getByRole('textbox', { name: /^Score/ })
    .fill('2')
  await expect(lower).toBeVisible()
  await expect(now(page)).toContainText('DASH 20')
  await expectAccessible(page)
  // Raised again while it is being typed, nothing is asked.
  await panel(page)
    .getByRole('textbox', { name: /^Score/ })
    .fill('22')
  await saved(page)
  await expect(lower).toBeHidden()
  await panel(page)
    .getByRole('textbox', { name: /^Score/ })
    .fill('3')
  await lower.getByRole('button', { name: 'Lower with this reason' }).click()
  await expect(lower).toContainText('Say why first')
  await lower.getByRole('textbox', { name: /^Why the risk is lower/ }).fill('The sheet of another family.')
  await lower.getByRole('button', { name: 'Lower with this reason' }).click()
  await saved(page)
  await expect(lower).toBeHidden()
  await expect(now(page)).toContainText('DASH 3')
  await page.keyboard.press('Escape')
  await expect(async () => {
    expect(JSON.stringify(await ask(page, 'record.of', { caseId: 1 }))).toContain(
      'The risk that was recorded was taken down: The sheet of another family.',
    )
  }).toPass()
})
