import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, startTeam } from './support/month.ts'

const header = [
  'Victim name',
  'Client DOB',
  'Perp',
  'Referring Agency',
  'Date of referral',
  'DASH score',
  'Victim alias',
  'What she wants',
  'Code word',
  'Not safe to talk to',
  'Housing needs',
  'Arrest date',
  'GPS',
  'Shoe size',
].join(',')
const rows = [
  'Alma Invented,04/03/1985,Dan Madeup,Northmoor Police,03/11/2026,17,Allie,To keep the flat,lantern,His mother Olga Invented,needs refuge,01/11/2026,maybe later,38',
  'Bea Notreal,01/02/1990,Cole Imaginary,Northmoor Police,04/11/2026,18,,,,,,,,39',
]

async function toImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cases' }).click()
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Import referrals', level: 1 })).toBeVisible()
}

async function openImport(page: Page): Promise<void> {
  await startTeam(page)
  await ask(page, 'agencies.add', { name: 'Northmoor Police', sector: 'police', isCore: true })
  await page.reload()
  await toImport(page)
}

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
}

test('what a sheet says of the record is placed, kept or noted, and its mapping is saved and taken again', async ({ page }) => {
  test.slow()
  await openImport(page)
  await choose(page, [header, ...rows])
  await expect(page.getByLabel('Where “What she wants” goes to')).toHaveValue('wants')
  await expect(page.getByLabel('Where “Housing needs” goes to')).toHaveValue('needHousing')
  const shoes = page.getByLabel('Where “Shoe size” goes to')
  await shoes.selectOption({ label: 'Keep in a note' })
  await expect(page.getByRole('row', { name: /Shoe size/ })).toContainText('Kept in a note')
  await expect(page.getByText('Every column has found its place.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Save these columns under a name' }).click()
  await page.getByLabel('Name of the mapping').fill('Northmoor list')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved as “Northmoor list”.', { exact: false })).toBeVisible()

  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('“maybe later” has no field that it fits; it is kept as a note of the case.')).toBeVisible()
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByRole('heading', { name: '2 referrals imported.' })).toBeVisible()

  await page.getByRole('button', { name: 'Import another file' }).click()
  await expect(page.getByRole('heading', { name: 'Saved mappings' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rename “Northmoor list”' }).click()
  await page.getByLabel('New name for “Northmoor list”').fill('Monthly list')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename “Monthly list”' })).toBeVisible()

  await choose(page, [header.toUpperCase(), 'Cleo Unreal,05/05/1991,Abe Fictive,Northmoor Police,05/11/2026,16,,,,,,,,40'])
  await expect(page.getByText('These headings are known: the columns are placed as saved under “Monthly list”.')).toBeVisible()
  await expect(page.getByLabel('Where “SHOE SIZE” goes to')).toHaveValue('+note')
  await page.getByRole('button', { name: 'Give up' }).click()
  await page.getByRole('button', { name: 'Remove “Monthly list”' }).click()
  await expect(page.getByRole('heading', { name: 'Saved mappings' })).toHaveCount(0)
})

test('an import of which something was changed since is undone in part, when asked, and the screen names what stays', async ({ page }) => {
  await openImport(page)
  await choose(page, [header, ...rows])
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByRole('heading', { name: '2 referrals imported.' })).toBeVisible()
  const found = (await ask(page, 'cases.list', { search: 'Alma' })) as {
    readonly rows: readonly { readonly id: number; readonly reference: string }[]
  }
  const [alma] = found.rows
  await ask(page, 'record.save', { caseId: alma?.id, content: { kind: 'note', on: '2026-11-06', text: 'Written since' }, provenance: {} })

  await page.getByRole('button', { name: 'Undo' }).first().click()
  const reference = alma?.reference ?? ''
  await expect(page.getByText(`Not all of this import can be undone: ${reference}`, { exact: false })).toBeVisible()
  await expectAccessible(page)
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 2 })
  await page.getByRole('button', { name: 'Undo the rest and keep these' }).click()
  await expect(page.getByText(`Import undone: 1 record removed. These stay as they are: ${reference}.`)).toBeVisible()
  await expect(page.getByText(/^Undone in part .*; 1 record stays$/)).toBeVisible()
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 1 })
})
