import { restrictCase } from './restrict-case.ts'
import { searchRecords } from './search-records.ts'
import { goTo, type Stage } from './stage.ts'

/** Pictures of the screens that the month did not stop at, light and dark. */
export async function lookAround(stage: Stage): Promise<void> {
  const { page, picture } = stage
  await goTo(page, 'This month')
  await picture('this-month')
  await goTo(page, 'Cases')
  await page.getByRole('row').nth(1).waitFor()
  await picture('cases')
  await page.getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^HR-/ }).waitFor()
  await picture('case')
  await page.getByRole('tab', { name: 'Chain' }).click()
  await picture('case-chain')
  await page.getByRole('tab', { name: 'Needs' }).click()
  await picture('case-needs')
  await page.getByRole('tab', { name: 'Risk' }).click()
  await page.getByRole('tabpanel', { name: 'Risk' }).waitFor()
  await picture('case-risk')
  await page.getByRole('tab', { name: 'People' }).click()
  await page.getByRole('tabpanel', { name: 'People' }).waitFor()
  await picture('case-people')
  await page.getByRole('tab', { name: 'Actions' }).click()
  await page.keyboard.press('F9')
  await picture('case-names-hidden')
  await page.keyboard.press('F9')
  await restrictCase(stage)
  await searchRecords(stage)
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
