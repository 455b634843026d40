import type { Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, passphrase, startTeam } from './support/month.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const messy = join(fixtures, 'messy-referrals.csv')
type Expected = { readonly row: number; readonly kind: 'draft' | 'refused' }

async function openImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeFocused()
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Import referrals', level: 1 })).toBeVisible()
}

async function choose(page: Page, file: string | { readonly name: string; readonly content: string | Buffer }): Promise<void> {
  const given =
    typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.content) }
  await page.locator('input[type=file]').setInputFiles(given)
}

/** One row of the file as the screen shows it. */
function row(page: Page, number: number) {
  return page.getByRole('listitem', { name: new RegExp(`^Row ${String(number)}:`) })
}

/** What the chips count. */
async function counts(page: Page): Promise<Readonly<Record<string, number>>> {
  const chips = await page.getByRole('group', { name: 'Filters' }).getByRole('button').allInnerTexts()
  return Object.fromEntries(chips.map((chip) => [chip.replace(/[✓\d]/g, '').trim(), Number(/\d+$/.exec(chip)?.[0])]))
}

const small = [
  'Victim name,Client DOB,Perp,Referring Agency,Date of referral,DASH score,DOB',
  'Alma Invented,04/03/1985,Dan Madeup,Northmoor Police,03/11/2026,17,',
  'Bea Notreal,01/02/1990,Unknown,Northmoor Police,31/02/2026,17,',
].join('\n')

async function startWithPolice(page: Page): Promise<void> {
  await startTeam(page)
  await ask(page, 'agencies.add', { name: 'Northmoor Police', sector: 'police', isCore: true })
  await page.reload()
  await openImport(page)
}

test('a messy file is read row by row, what is ready is imported at once, and the rest is offered again after a lock', async ({ page }) => {
  test.slow()
  const expected = JSON.parse(await readFile(join(fixtures, 'messy-referrals.expected.json'), 'utf8')) as readonly Expected[]
  await startTeam(page)
  for (const name of ['Riverton Police Department', 'Harbour Refuge', 'Elm Valley Housing Association'])
    await ask(page, 'agencies.add', { name, sector: 'other', isCore: true })
  await page.reload()
  await openImport(page)
  await expectAccessible(page)
  await choose(page, messy)
  const first = page.getByRole('table').getByRole('row').nth(1)
  await expect(first).toContainText('Ethnicity')
  await expect(first).toContainText('Nothing in Caseboard is called anything like it')
  await expect(page.getByLabel('Where “Client DOB” goes to')).toHaveValue('victimDateOfBirth')
  await expect(page.getByRole('radio', { name: 'Day first' })).toBeChecked()
  await expect(page.getByText('“03/11/2026” is read as 3 Nov 2026')).toBeVisible()
  await expect(page.getByLabel('Add these agencies to your team with the import')).not.toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Check the rows' }).click()

  const refused = expected.filter(({ kind }) => kind === 'refused').length
  await expect.poll(async () => (await counts(page))['To mend']).toBe(refused)
  const before = await counts(page)
  expect(Object.values(before).reduce((sum, count) => sum + count, 0)).toBe(expected.length)
  await expect(row(page, 9)).toContainText('This says that nobody knows who it is')
  await expectAccessible(page)

  const ready = before['Ready'] ?? 0
  await page.getByRole('button', { name: `Import ${String(ready)}, leave ${String(expected.length - ready)}` }).click()
  await expect(page.getByText(`${String(ready)} referrals imported.`).first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await openImport(page)
  await expect(page.getByText('It goes on where you left it.')).toBeVisible()
  expect(await counts(page)).toEqual({ ...before, Ready: 0 })

  await page.getByRole('button', { name: 'Past imports' }).click()
  await page.getByRole('button', { name: /^Undo the whole import of/ }).click()
  await expect(page.getByText(/^Import undone: \d+ records removed\.$/)).toBeVisible()
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 0 })
})

test('a row is mended by keyboard alone and does not jump away when it becomes ready', async ({ page }) => {
  await startWithPolice(page)
  await choose(page, { name: 'list.csv', content: small })
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('DOB')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, 3)).toContainText('To mend')
  await page.keyboard.press('F6')
  await expect(row(page, 3).getByLabel('Date of the referral')).toBeFocused()
  await page.keyboard.type('31/01/2026')
  await page.keyboard.press('Enter')
  await expect(row(page, 3).getByLabel('Perpetrator: name')).toBeFocused()
  await page.keyboard.type('Cole Imaginary')
  await page.keyboard.press('Enter')
  await expect(row(page, 3)).toContainText('Ready')
  await expect(page.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem').first()).toContainText('Row 3')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '2 referrals imported.' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Import undone: 2 records removed.')).toBeVisible()
})

test('what a field wants is offered in one click: a tool, a criterion, an agency, a decision', async ({ page }) => {
  await startWithPolice(page)
  await ask(page, 'agencies.add', { name: 'Lakeside Hospital', sector: 'health', isCore: true })
  await choose(page, {
    name: 'list.csv',
    content: [
      'Victim name,Client DOB,Perp,Referring Agency,Date of referral,Risk tool,Score',
      'Alma Invented,04/03/1985,Dan Madeup,Northmoor Police,03/11/2026,DASH,17',
      'Alma Invented,04/03/1985,Dan Madeup,Northmoor Police,03/11/2026,DASH,17',
      'Alma Inventd,,Dan Madeup,Northmoor Police,09/11/2026,DASH,17',
      'Bea Notreal,,Cole Imaginary,Northmor Police,03/11/2026,DASH,17',
      'Cleo Fabricated,,Ewan Pretend,Northmoor Police,03/11/2026,DASH,3',
      'Dora Unreal,,Finn Notional,Northmoor Police,03/11/2026,Crystal ball,3',
      'Ida Unreal,,Gus Notional,Northmoor Police,03/11/2026,DASH,33',
    ].join('\n'),
  })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await row(page, 5).getByRole('button', { name: 'Northmoor Police' }).click()
  await expect(row(page, 5)).toContainText('Ready')
  await row(page, 6).getByRole('button', { name: 'Escalation' }).click()
  await expect(row(page, 6)).toContainText('Ready')
  await row(page, 7).getByRole('combobox', { name: 'What may be meant for Risk tool' }).selectOption('ODARA')
  await expect(row(page, 7)).not.toContainText('No risk tool of this name is known')
  await expect(row(page, 8)).toContainText('DASH gives a whole number from 0 to 27.')
  await row(page, 8)
    .getByRole('button', { name: /^Leave out/ })
    .click()
  await expect(row(page, 8)).toContainText('Left out')
  await row(page, 8)
    .getByRole('button', { name: /^Take it after all/ })
    .click()
  await expect(row(page, 8)).toContainText('To mend')
  await expect(row(page, 3)).toContainText('The same referral as row 2')
  await row(page, 3).getByRole('button', { name: 'Leave it out' }).click()
  await expect(row(page, 4)).toContainText('These may be the same two people as in row')
  await row(page, 4)
    .getByRole('button', { name: /^Same people: add it to the case of row/ })
    .click()
  await expect(row(page, 4)).toContainText('Decided: a further referral of that case.')
  await expectAccessible(page)
})

test('columns are given to other fields, and the fields still wanting are named', async ({ page }) => {
  await startWithPolice(page)
  await choose(page, { name: 'list.csv', content: small.replace('Perp', 'Somebody') })
  await expect(page.getByRole('alert')).toContainText('Still needed: Perpetrator: name')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await page.getByLabel('Where “Somebody” goes to').selectOption('perpetratorName')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('row', { name: /Somebody/ })).toContainText('Chosen by you')
  await page.getByRole('radio', { name: 'Month first' }).check()
  await expect(page.getByRole('radio', { name: 'Month first' })).toBeChecked()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('list', { name: 'Rows of the file' })).toBeVisible()
})

test('an import on which work was built is not undone, and what was built on it is named', async ({ page }) => {
  await startWithPolice(page)
  await choose(page, { name: 'list.csv', content: small })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 1, leave 1' }).click()
  await expect(page.getByText('1 referral imported.').first()).toBeVisible()
  const meetingId = await ask(page, 'meetings.schedule', { heldOn: '2026-12-10', startsAt: '09:30' })
  await ask(page, 'meetings.fillAgenda', { meetingId })
  await page.getByRole('button', { name: 'Past imports' }).click()
  await page.getByRole('button', { name: /^Undo the whole import of/ }).click()
  await expect(page.getByRole('complementary', { name: 'Past imports' }).getByRole('alert')).toContainText(
    'HR-2026-0001 changed or were worked on since',
  )
  await expectAccessible(page)
})

test('giving up can be undone, and what was mended is still there', async ({ page }) => {
  await startWithPolice(page)
  await choose(page, { name: 'list.csv', content: small })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await row(page, 3).getByLabel('Perpetrator: name').fill('Cole Imaginary')
  await row(page, 3).getByLabel('Perpetrator: name').press('Enter')
  await expect(row(page, 3).getByLabel('Perpetrator: name')).toBeHidden()
  await page.getByRole('button', { name: 'Give up' }).click()
  await expect(page.getByText('choose a file')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 3)).toContainText('Cole Imaginary')
  await page.getByRole('button', { name: 'Give up' }).click()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => ask(page, 'imports.pending', { kind: 'referrals' })).toBeNull()
})

test('a file that cannot be read is refused in words, and another can be chosen', async ({ page, profileParent }) => {
  await startWithPolice(page)
  const refusals: readonly (readonly [string, string | Buffer, string])[] = [
    ['empty.csv', '', 'The file is empty'],
    ['old.xls', Buffer.from('0908100000060500'.padEnd(512, '0'), 'hex'), 'old Excel file'],
    ['noise.csv', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 97 + (index >> 3)) % 256)), 'not text'],
    ['headings.csv', 'Victim name,Perp,Referring Agency\n', 'headings but no rows'],
    ['broken.xlsx', Buffer.from('504b0304ffffffff', 'hex'), 'damaged'],
  ]
  for (const [name, content, words] of refusals) {
    await choose(page, { name, content })
    await expect(page.getByRole('alert')).toContainText(words)
  }
  const large = join(profileParent, 'caseboard-large.csv')
  await writeFile(large, Buffer.alloc(50_000_001, 'a'))
  await choose(page, large)
  await expect(page.getByRole('alert').first()).toContainText('larger than 50 MB')
  await expectAccessible(page)
  await choose(page, { name: 'list.csv', content: small })
  await expect(page.getByRole('heading', { name: 'Import referrals' })).toBeVisible()
  await expect(page.getByLabel('Where “Perp” goes to')).toBeVisible()
})

test('a list of agencies is imported, and one that is there is not made twice', async ({ page }) => {
  await startWithPolice(page)
  await page.getByRole('link', { name: 'Agencies' }).click()
  await page.getByRole('link', { name: /Import/ }).click()
  await expect(page.getByRole('heading', { name: 'Import agencies', level: 1 })).toBeVisible()
  await choose(page, {
    name: 'agencies.csv',
    content:
      'Agency,Sector,Core member,Email\nNorthmoor Police,police,yes,\nLakeside Hospital,health,no,desk@lakeside.example\nWestvale Trust,,no,not an address\n',
  })
  await expect(page.getByLabel('Where “Sector” goes to')).toHaveValue('sector')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(row(page, 2)).toContainText('Your team has this agency already')
  await expect(row(page, 4)).toContainText('This is not an e-mail address')
  await row(page, 4).getByLabel('E-mail of the agency').fill('desk@westvale.example')
  await row(page, 4).getByLabel('E-mail of the agency').press('Enter')
  await expect(row(page, 4)).toContainText('Ready')
  await row(page, 4).getByLabel('Sector of this agency').selectOption('housing')
  await row(page, 2).getByRole('button', { name: 'Leave it out' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import 2, leave 1' }).click()
  await expect(page.getByRole('heading', { name: '2 agencies imported.' })).toBeVisible()
  expect(await ask(page, 'agencies.list', {})).toHaveLength(3)
})

test('a key held down imports once and is not answered by a refusal', async ({ page }) => {
  await startWithPolice(page)
  await choose(page, { name: 'list.csv', content: small })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(row(page, 3)).toContainText('To mend')
  await page.evaluate(() => {
    for (let press = 0; press < 3; press += 1)
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('1 referral imported.').first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await ask(page, 'cases.list', {})).toMatchObject({ total: 1 })
})
