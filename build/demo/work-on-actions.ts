import { goTo, type Stage } from './stage.ts'

/** The most overdue action is completed by a single key, in the table of all actions. */
export async function workOnActions({ page, picture }: Stage): Promise<void> {
  await goTo(page, 'Actions')
  await page.getByRole('row').nth(1).waitFor()
  await picture('actions')
  await page.getByRole('row').nth(1).click()
  await page.keyboard.press('c')
  await page.waitForTimeout(400)
  await picture('actions-changed')
}
