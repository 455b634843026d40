import { contractDoor } from './contract-door.ts'
import { goTo, type Stage } from './stage.ts'

/** Restricts a case whose people work beside somebody of an agency: it asks before it opens, and names nobody in the table. */
export async function restrictCase({ page, picture }: Stage): Promise<void> {
  const cases = await contractDoor(page).cases.list({ limit: 3 })
  const reference = cases.ok ? cases.value.rows.at(-1)?.reference : undefined
  if (reference === undefined) return
  await goTo(page, 'Cases')
  const row = page.getByRole('grid', { name: 'Cases' }).getByRole('row').filter({ hasText: reference })
  await row.click()
  await page.getByRole('tab', { name: 'Sharing' }).click()
  const card = page.getByRole('region', { name: 'Hidden from' })
  await card.getByRole('button', { name: 'Restrict this case' }).click()
  await page.keyboard.type('Somebody close to him works there.')
  await card.getByRole('group', { name: 'Agencies' }).getByRole('checkbox').first().check()
  await picture('case-restrict')
  await card.getByRole('button', { name: 'Restrict', exact: true }).click()
  await page.getByRole('heading', { name: 'This case concerns somebody of the team' }).waitFor()
  await picture('case-restricted')
  await goTo(page, 'Cases')
  await row.getByText('RESTRICTED').waitFor()
  await picture('cases-restricted')
}
