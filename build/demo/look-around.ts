import { goTo, type Stage } from './stage.ts'

/** Pictures of the screens that the month did not stop at, light and dark. */
export async function lookAround({ page, picture }: Stage): Promise<void> {
  await goTo(page, 'This month')
  await picture('this-month')
  await goTo(page, 'Cases')
  await page.getByRole('row').nth(1).waitFor()
  await picture('cases')
  await page.getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^HR-/ }).waitFor()
  await picture('case')
  await page.keyboard.press('F9')
  await picture('case-names-hidden')
  await page.keyboard.press('F9')
  await goTo(page, 'Settings')
  await picture('settings')
  await page.emulateMedia({ colorScheme: 'dark' })
  await goTo(page, 'This month')
  await picture('this-month-dark')
  await goTo(page, 'Actions')
  await page.getByRole('row').nth(1).waitFor()
  await picture('actions-dark')
  await page.emulateMedia({ colorScheme: 'light' })
}
