import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { decrypt } from 'officecrypto-tool'
import { fillInList, type FilledIn } from '../../build/demo/fill-in-list.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test as base } from './support/fixture.ts'
import { type HeldMeeting, holdMeeting } from './support/held-meeting.ts'
import { ask, startTeam } from './support/month.ts'

const test = base.extend<{ exports: string }>({
  /** The folder that the person picks for the lists. */
  exports: async ({ profileParent }, provide) => {
    const folder = mkdtempSync(join(profileParent, 'caseboard-lists-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

const housing = /^Westhaven Housing Trust/
const agency = (page: Page, name: RegExp) => page.getByRole('tab', { name })
const shownPassword = async (page: Page) => (await page.locator('[data-password]').innerText()).replaceAll(/\s/g, '')
const fileOf = (folder: string, ending: RegExp) => join(folder, readdirSync(folder).find((name) => ending.test(name)) ?? 'none')

/** The lists of a meeting that is over, by keyboard; the police, first of three agencies, is shown. */
async function openLists(page: Page): Promise<HeldMeeting> {
  const held = await holdMeeting(page)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Sharing/ })
    .click()
  const meetings = page.getByRole('grid', { name: 'Meetings and their lists' })
  await expect(meetings.getByRole('row').nth(1)).toContainText('0 of 3')
  await meetings.focus()
  await page.keyboard.press('Enter')
  await expect(agency(page, housing)).toBeVisible()
  return held
}

/** Shows the housing trust's list and saves it; answers its password. */
async function saveHousing(page: Page, answer: (paths: readonly string[]) => void, folder: string): Promise<string> {
  await agency(page, housing).click()
  answer([folder])
  await page.keyboard.press('s')
  await expect(page.getByText('One list was saved')).toBeVisible()
  return shownPassword(page)
}

/** Drops a list as the housing trust sent it back. */
async function dropFilledIn(page: Page, path: string, password: string, rows: readonly FilledIn[]): Promise<void> {
  const bytes = await fillInList(readFileSync(path), password, rows)
  await page.locator('input[type=file]').setInputFiles({ name: 'returned.xlsx', mimeType: '', buffer: Buffer.from(bytes) })
}

function pdfText(path: string, password: string | null): string | null {
  try {
    return execFileSync('pdftotext', [...(password === null ? [] : ['-upw', password]), path, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  }
}

test('what goes out is shown as it goes out, with what is held back marked and named beside it', async ({ page }) => {
  await openLists(page)
  await expectAccessible(page)
  await page.keyboard.press('g')
  await expect(agency(page, /^Harbour Advocacy/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(agency(page, housing)).toBeFocused()
  await expect(agency(page, housing)).toContainText('3 actions · 2 held back')

  const line = page.getByRole('row', { name: /A-0001/ })
  await expect(line.getByRole('cell').first()).toContainText(
    'Change the locks for [name] (instead of a name), [phone] (instead of a phone number), before Friday',
  )
  await expect(line.locator('mark')).toHaveText(['[name] (instead of a name)', '[phone] (instead of a phone number)'])
  await expect(line.getByRole('cell').nth(1)).toContainText('Alma Invented')
  await expect(line.getByRole('cell').nth(1)).toContainText('07700 900123')
  await expect(page.getByText(/_westhaven-housing-trust_actions_v1\.pdf/)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('F9')
  await expect(line).not.toContainText('Alma Invented')
  await expect(line).not.toContainText('07700 900123')
})

test('a saved list opens with the password that is shown, and with no other, and names nobody', async ({ app, page, exports }) => {
  await openLists(page)
  const password = await saveHousing(page, app.answerOpenDialog, exports)
  expect(password).toMatch(/^([a-z]{4}-){5}[a-z]{4}$/)
  expect(readdirSync(exports).toSorted()).toEqual([
    expect.stringMatching(/^\d{4}-\d{2}_westhaven-housing-trust_actions_v1\.pdf$/),
    expect.stringMatching(/^\d{4}-\d{2}_westhaven-housing-trust_actions_v1\.xlsx$/),
  ])
  await expectAccessible(page)

  const pdf = fileOf(exports, /\.pdf$/)
  expect(pdfText(pdf, null)).toBeNull()
  expect(pdfText(pdf, `${password}x`)).toBeNull()
  const text = pdfText(pdf, password) ?? ''
  for (const reference of ['A-0001', 'A-0003', 'A-0005']) expect(text).toContain(reference)
  for (const secret of ['A-0002', 'A-0004', 'Alma', '07700', 'Madeup']) expect(text).not.toContain(secret)

  const xlsx = readFileSync(fileOf(exports, /\.xlsx$/))
  await expect(decrypt(xlsx, { password: `${password}x` })).rejects.toThrow()
  const parts = Object.values(unzipSync(new Uint8Array(await decrypt(xlsx, { password })))).map((part) => strFromU8(part))
  expect(parts.join()).toContain('A-0001')
  for (const secret of ['A-0002', 'Alma', '07700', 'Madeup']) expect(parts.join()).not.toContain(secret)

  await page.keyboard.press('p')
  await expect(page.locator('[data-password]')).toBeHidden()
  await page.keyboard.press('p')
  await expect(page.locator('[data-password]')).toBeVisible()
  expect(await shownPassword(page)).toBe(password)
  await agency(page, /^Northmoor Police/).click()
  await agency(page, housing).click()
  await expect(page.locator('[data-password]')).toBeHidden()

  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Password copied. The clipboard is emptied after 30 seconds, and at the lock.')).toBeVisible()
  expect(await app.readClipboard()).toBe(password)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await expect.poll(app.readClipboard).toBe('')
})

test('all lists are saved at once; one that no longer says what is so is marked and saved anew', async ({ app, page, exports }) => {
  const { actionIds } = await openLists(page)
  app.answerOpenDialog([exports])
  await page.getByRole('button', { name: 'Save all lists (3)' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 lists were saved')).toBeVisible({ timeout: 30_000 })
  expect(readdirSync(exports)).toHaveLength(6)
  await expect(page.getByText(/Harbour Advocacy: .*_harbour-advocacy_actions_v1\.pdf, \.xlsx/)).toBeVisible()
  await expectAccessible(page)

  await ask(page, 'actions.changeStatus', { id: actionIds[3], version: 1, status: 'inProgress' })
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Sharing/ })
    .click()
  await page.reload()
  await page.getByRole('navigation').getByRole('link', { name: 'Sharing' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('3 of 3')
  await expect(page.getByRole('row').nth(1)).toContainText('1 outdated')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect(agency(page, /^Harbour Advocacy/)).toContainText('outdated')
  app.answerOpenDialog([exports])
  await page.getByRole('button', { name: 'Save new and outdated (1)' }).click()
  await expect(page.getByText('One list was saved')).toBeVisible()
  expect(readdirSync(exports).filter((name) => name.includes('_v2.'))).toHaveLength(2)
  await expect(agency(page, /^Harbour Advocacy/)).not.toContainText('outdated')
})

test('a folder that takes no file is said, and nothing counts as made; a closed dialog is no matter', async ({ app, page, exports }) => {
  await openLists(page)
  app.answerOpenDialog([join(exports, 'gone')])
  await page.keyboard.press('s')
  await expect(page.getByRole('alert')).toContainText('The folder you chose is not there any more')
  await expect(agency(page, /^Harbour Advocacy/)).toContainText('no list yet')
  await expectAccessible(page)
  app.answerOpenDialog(null)
  await page.keyboard.press('s')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('tabpanel').getByRole('button', { name: 'Save PDF and Excel' })).toBeEnabled()
})

test('a returned list is looked through, and what is accepted is applied', async ({ app, page, exports }) => {
  const { actionIds } = await openLists(page)
  const password = await saveHousing(page, app.answerOpenDialog, exports)
  await dropFilledIn(page, fileOf(exports, /\.xlsx$/), password, [
    { status: 'complete', comment: 'New locks since Monday' },
    { status: 'not undertaken (agency)', comment: '' },
    { status: 'in progress', comment: '' },
  ])
  await expect(page.getByRole('heading', { name: 'Returned by Westhaven Housing Trust' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '2 differences: which do you accept?' })).toBeVisible()
  await expect(page.getByRole('row', { name: /A-0001.*Agreed → Complete.*New locks since Monday/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /A-0003.*needs a reason in the comment/ })).toBeVisible()
  await expectAccessible(page)

  const { keyboard } = page
  await keyboard.press('n')
  await expect(page.getByText('0 of 2 accepted')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply nothing and mark as returned' })).toBeVisible()
  await keyboard.press('a')
  await expect(page.getByText('2 of 2 accepted')).toBeVisible()
  const boxes = page.getByRole('checkbox')
  await boxes.first().focus()
  await keyboard.press('ArrowDown')
  await expect(boxes.nth(1)).toBeFocused()
  await keyboard.press('Space')
  await expect(page.getByText('1 of 2 accepted')).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('One difference of Westhaven Housing Trust was applied.')).toBeVisible()
  await expect(agency(page, housing)).toContainText('returned')

  const { rows } = (await ask(page, 'actions.list', { state: 'all', sort: 'reference' })) as {
    readonly rows: readonly { readonly id: number; readonly status: string }[]
  }
  const statusOf = (index: number) => rows.find(({ id }) => id === actionIds[index])?.status
  expect([statusOf(0), statusOf(2), statusOf(4)]).toEqual(['complete', 'agreed', 'agreed'])
  const history = (await ask(page, 'actions.history', { id: actionIds[0] })) as readonly object[]
  expect(history.at(-1)).toMatchObject({ source: 'agencyReturn', reason: 'New locks since Monday' })
})

test('rows that cannot be taken are refused one by one, each with its reason', async ({ app, page, exports }) => {
  const { actionIds } = await openLists(page)
  const password = await saveHousing(page, app.answerOpenDialog, exports)
  await ask(page, 'actions.changeStatus', { id: actionIds[4], version: 1, status: 'inProgress' })
  await dropFilledIn(page, fileOf(exports, /\.xlsx$/), password, [
    { status: 'all done', comment: '' },
    { status: 'complete', comment: 'x'.repeat(1001) },
    { status: 'complete', comment: '' },
  ])
  await expect(page.getByRole('heading', { name: '3 rows are refused' })).toBeVisible()
  await expect(page.getByRole('row', { name: /A-0001.*not one of the list/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /A-0003.*longer than 1,000/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /A-0005.*changed here after the list was sent/ })).toBeVisible()
  await page.getByRole('button', { name: 'Put the list aside' }).click()
  await expect(agency(page, housing)).not.toContainText('returned')
})

test('a list changed while it was looked through is read again, and nothing is half applied', async ({ app, page, exports }) => {
  const { actionIds } = await openLists(page)
  const password = await saveHousing(page, app.answerOpenDialog, exports)
  await dropFilledIn(page, fileOf(exports, /\.xlsx$/), password, [
    { status: 'complete', comment: 'Done' },
    { status: 'complete', comment: 'Done too' },
  ])
  await expect(page.getByRole('button', { name: 'Apply 2 differences' })).toBeVisible()
  await ask(page, 'actions.changeStatus', { id: actionIds[2], version: 1, status: 'inProgress' })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('was changed after you opened it')
  await page.getByRole('button', { name: 'Read the list again' }).click()
  await expect(page.getByRole('row', { name: /A-0003.*changed here after the list was sent/ })).toBeVisible()
  await page.getByRole('button', { name: 'Apply one difference' }).click()
  await expect(page.getByText('One difference of Westhaven Housing Trust was applied.')).toBeVisible()
})

test('a list under a former password asks for it once, without the file being chosen again', async ({ app, page, exports }) => {
  await openLists(page)
  const password = await saveHousing(page, app.answerOpenDialog, exports)
  await page.getByRole('button', { name: 'Make a new password' }).click()
  await expect(page.getByText('Files already sent keep the old password')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'Make it now' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('New password made. Save the lists again to use it.')).toBeVisible()
  expect(await shownPassword(page)).not.toBe(password)
  await expect(page.getByRole('button', { name: 'Make a new password' })).toBeFocused()

  await dropFilledIn(page, fileOf(exports, /\.xlsx$/), password, [{ status: 'complete', comment: 'Done' }])
  await expect(page.getByRole('alert')).toContainText('another password')
  const field = page.getByLabel('Password of this file', { exact: true })
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type(password.replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /A-0001.*Agreed → Complete/ })).toBeVisible()
})

test('a file that is no list of ours is refused in words', async ({ page }) => {
  await openLists(page)
  await page.locator('input[type=file]').setInputFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') })
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
})

test('before any meeting, and before any action, the pages say what will stand there', async ({ page }) => {
  await startTeam(page)
  const toSharing = () => page.getByRole('navigation').getByRole('link', { name: 'Sharing' }).click()
  await toSharing()
  await expect(page.getByRole('heading', { name: 'Nothing to share yet' })).toBeVisible()
  await expectAccessible(page)
  await ask(page, 'meetings.schedule', { heldOn: '2026-12-10', startsAt: '09:30' })
  await page.reload()
  await toSharing()
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { name: 'No agency has an action from this meeting' })).toBeVisible()
  await expectAccessible(page)
})
