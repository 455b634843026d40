import type { Page } from '@playwright/test'
import { launchCaseboard } from '../../build/launch.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { ask, type Month, passphrase, seedMonth, startTeam } from './support/month.ts'

type Stored = {
  readonly agenda: readonly {
    readonly caseReference: string
    readonly secondsSpent: number
    readonly outcome: string
    readonly deferReason: string
  }[]
}

const line = (page: Page) => page.getByRole('textbox', { name: /^An action/ })
const shownCase = (page: Page, reference: string) => expect(page.getByRole('heading', { name: reference, level: 2 })).toBeVisible()
const handle = (page: Page, reference: string) => page.getByRole('button', { name: new RegExp(`^Move ${reference}`) })

async function stored(page: Page, { meetingId }: Month): Promise<Stored> {
  return (await ask(page, 'meetings.get', { meetingId })) as Stored
}

async function agendaOrder(page: Page): Promise<readonly string[]> {
  return page.locator('tbody').first().locator('th').allInnerTexts()
}

/** A team, four referrals and a meeting; the page stands at the list of meetings. */
async function prepare(page: Page): Promise<Month> {
  await startTeam(page)
  const month = await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Meetings' }).click()
  await expect(page.getByRole('row', { name: /10 Dec 2026/ })).toBeVisible()
  return month
}

/** The same with the agenda filled, the police present and declared, and the meeting open at its first case. */
async function openMeeting(page: Page): Promise<Month> {
  await startTeam(page)
  const month = await seedMonth(page, '2026-12-10')
  const { meetingId } = month
  await ask(page, 'meetings.fillAgenda', { meetingId })
  await ask(page, 'meetings.recordAttendance', {
    meetingId,
    agencyId: month.agencyIds[0],
    personId: null,
    personName: 'Sam Stand-in',
    presence: 'present',
    hasDeclared: true,
  })
  await ask(page, 'meetings.open', { meetingId })
  await page.reload()
  await page.getByRole('link', { name: 'Meetings' }).click()
  await page.getByRole('row', { name: /10 Dec 2026/ }).click()
  await page.getByRole('button', { name: /^Turn to HR/ }).click()
  await shownCase(page, 'HR-2026-0001')
  await expect(line(page)).toBeFocused()
  return month
}

async function say(page: Page, text: string): Promise<void> {
  await line(page).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
}

test('a meeting is scheduled, prepared, run and closed by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  const month = await prepare(page)
  const { keyboard } = page

  await keyboard.press('n')
  await expect(page.getByLabel('Place')).toHaveValue('Room 2')
  await expectAccessible(page)
  await keyboard.press('Escape')
  await page.getByRole('grid', { name: 'Meetings' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('Nothing on the agenda yet')).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('f')
  await expect(page.getByText('4 cases, 40 min (09:30 to about 10:10)')).toBeVisible()
  expect(await agendaOrder(page)).toEqual(['HR-2026-0001', 'HR-2026-0003', 'HR-2026-0002', 'HR-2026-0004'])
  await expectAccessible(page)

  await handle(page, 'HR-2026-0004').focus()
  await keyboard.press('Alt+ArrowUp')
  await expect(handle(page, 'HR-2026-0004')).toHaveAccessibleName('Move HR-2026-0004, number 3 of 4')
  await expect(handle(page, 'HR-2026-0004')).toBeFocused()
  await expect(page.getByText('HR-2026-0004 is now number 3 of 4.')).toBeAttached()

  await page.getByRole('button', { name: 'Open the meeting' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('No case opens until everybody present has made the confidentiality declaration.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Confidentiality statement' })).toBeVisible()
  await page.getByRole('row', { name: /County Probation/ }).focus()
  await keyboard.press('d')
  await expect(page.getByRole('tab', { name: 'Attendance (1 of 6 present, 1 declared)' })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('p')
  await expect(page.getByRole('tab', { name: 'Attendance (2 of 6 present, 1 declared)' })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('a')
  await page.getByRole('button', { name: 'The one left declares' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Attendance (2 of 6 present, 2 declared)' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the meeting' }).focus()
  await keyboard.press('Enter')

  await expect(page.getByRole('button', { name: 'Turn to HR-2026-0001' })).toBeFocused()
  await expectAccessible(page)
  await keyboard.press('Enter')
  await shownCase(page, 'HR-2026-0001')
  await expect(line(page)).toBeFocused()

  await keyboard.type('hou')
  await keyboard.press('Tab')
  await keyboard.type('change locks by 14 d')
  await keyboard.press('Tab')
  await keyboard.type(' !s')
  await keyboard.press('Tab')
  await expect(line(page)).toHaveValue('Westhaven Housing Trust: change locks by 14 december !safety ')
  await expectAccessible(page)
  await keyboard.press('Enter')
  const agreed = page.getByRole('region', { name: /^Agreed now/ })
  await expect(agreed.getByText('change locks')).toBeVisible()
  await expect(agreed.getByText('Mon 14 Dec')).toBeVisible()
  await expect(line(page)).toHaveValue('')
  await keyboard.press('ArrowUp')
  await expect(line(page)).toHaveValue(/change locks/)
  await keyboard.press('Control+a')
  await keyboard.type('idva: tell her first')
  await expect(page.getByText('due Thu 24 Dec, 14 days after the meeting')).toBeVisible()
  await keyboard.press('Enter')
  await expect(agreed.getByText('Thu 24 Dec')).toBeVisible()

  await keyboard.press('Control+2')
  await keyboard.type('police: two calls in November')
  await keyboard.press('Alt+o')
  await keyboard.press('Enter')
  const shared = page.getByRole('region', { name: 'Shared here' })
  await expect(shared.getByText('opinion', { exact: true })).toBeVisible()
  await keyboard.press('Control+3')
  await keyboard.type('he knows the school run')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Risks said' }).getByText('he knows the school run')).toBeVisible()
  await page.getByRole('button', { name: 'Remove risk 1' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('Removed risk 1.')).toBeVisible()
  await keyboard.press('Alt+z')
  await expect(page.getByRole('region', { name: 'Risks said' }).getByText('he knows the school run')).toBeVisible()
  await expectAccessible(page)

  await keyboard.press('Control+Enter')
  await shownCase(page, 'HR-2026-0003')
  await expect(line(page)).toBeFocused()
  await keyboard.press('Control+d')
  await keyboard.type('referrer is not here')
  await keyboard.press('Enter')
  await shownCase(page, 'HR-2026-0004')
  await expect(page.getByText('HR-2026-0003 is deferred to the next meeting.')).toBeVisible()

  await page.getByRole('button', { name: 'End meeting' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('2 cases are neither heard nor deferred')).toBeVisible()
  await page.getByRole('button', { name: 'Close the meeting' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('Still to be heard or deferred: HR-2026-0004 and HR-2026-0002.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Why are they not heard today?' }).focus()
  await keyboard.type('no time left')
  await keyboard.press('Enter')
  await expect(page.getByText('Every case has been heard or deferred.')).toBeVisible()
  await page.getByRole('button', { name: 'Close the meeting' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText('4 cases, 1 discussed, 2 actions')).toBeVisible()
  await expectAccessible(page)
  expect((await stored(page, month)).agenda.map(({ outcome, deferReason }) => `${outcome} ${deferReason}`.trim())).toEqual([
    'discussed',
    'deferred referrer is not here',
    'deferred no time left',
    'deferred no time left',
  ])
})

test('killed in the middle of a case, the meeting comes back to that case, its seconds and the half-typed line', async ({
  app,
  page,
  profile,
}) => {
  test.setTimeout(120_000)
  const month = await openMeeting(page)
  await say(page, 'housing: change locks by 14 dec !safety')
  await page.keyboard.press('Control+Enter')
  await shownCase(page, 'HR-2026-0003')
  await page.keyboard.press('Control+2')
  await page.keyboard.type('police: seen near the sch')
  await page.keyboard.press('Control+1')
  await page.keyboard.type('idva: tell her about the bai')
  const secondsOf = async (of: Page) =>
    (await stored(of, month)).agenda.find(({ caseReference }) => caseReference === 'HR-2026-0003')?.secondsSpent ?? 0
  await expect.poll(() => secondsOf(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(10)
  await app.kill()

  const again = await launchCaseboard({ profile })
  await again.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await again.page.keyboard.press('Enter')
  await again.page.getByRole('link', { name: 'Back to the meeting' }).click()
  await shownCase(again.page, 'HR-2026-0003')
  await expect(line(again.page)).toHaveValue('idva: tell her about the bai')
  await expect(again.page.getByRole('textbox', { name: /^What an agency shares/ })).toHaveValue('police: seen near the sch')
  await expect(again.page.getByRole('timer')).toHaveText(/^00:1\d \/ 10:00$/)
  await expect(again.page.getByRole('button', { name: /^1 .*HR-2026-0001/ })).toContainText('Discussed')
  await expect(line(again.page)).toHaveJSProperty('selectionStart', 'idva: tell her about the bai'.length)
  await again.page.keyboard.type('l date by fri')
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByText('tell her about the bail date', { exact: true })).toBeVisible()
  await again.close()
})

test('a case that lacks a safety action, or any action, is not left without a word', async ({ page }) => {
  await openMeeting(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').getByText('HR-2026-0001 has no action at all.')).toBeVisible()
  await expect(line(page)).toBeFocused()
  await say(page, 'police: visit by friday')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('HR-2026-0001 has no action marked for safety.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await shownCase(page, 'HR-2026-0003')
  await page.keyboard.press('Alt+z')
  await shownCase(page, 'HR-2026-0001')
  await expect(page.getByRole('button', { name: 'Done, next case' })).toBeVisible()
})

test('the clock of a case warns at its aim and at half as much again, goes on from the time stored, and can be stopped', async ({
  page,
}) => {
  await openMeeting(page)
  const timer = page.getByRole('timer')
  for (const { seconds, warning, said } of [
    { seconds: 598, warning: 'over time', said: 'The 10 minutes for this case are over.' },
    { seconds: 898, warning: 'far over', said: 'This case has taken half as long again as planned.' },
  ]) {
    await ask(page, 'listings.keepTime', { listingId: 1, secondsSpent: seconds })
    await page.reload()
    await page.getByRole('link', { name: 'Back to the meeting' }).click()
    await expect(timer).toHaveText(/^(09:5[89]|14:5[89]) /)
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByText(warning, { exact: true })).toBeVisible()
    await expectAccessible(page)
  }
  await page.keyboard.press('Alt+p')
  const stopped = await timer.innerText()
  await page.waitForTimeout(1500)
  expect(await timer.innerText()).toBe(stopped)
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(timer).not.toHaveText(stopped)
})

test('a line that cannot be understood is kept, with its trouble said and selected', async ({ page }) => {
  await openMeeting(page)
  const { keyboard } = page
  await keyboard.type('library: lend books')
  await keyboard.press('Enter')
  await expect(page.getByText('No agency is called “library”.').first()).toBeVisible()
  await expect(line(page)).toHaveValue('library: lend books')
  await keyboard.type('schools')
  await expect(line(page)).toHaveValue('schools: lend books')
  await keyboard.press('End')
  await keyboard.type(' by 32 dec')
  await keyboard.press('Enter')
  await expect(page.getByText('“by 32 dec” is no date.').first()).toBeVisible()
  await keyboard.type('by 22 dec')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^Agreed now/ }).getByText('Tue 22 Dec')).toBeVisible()
})

test('an agreed action is put right in the line, and what was being typed is not lost', async ({ page }) => {
  await openMeeting(page)
  await say(page, 'housing: change lock by 14 dec')
  await line(page).focus()
  await page.keyboard.type('police: visit')
  await page.getByRole('button', { name: /change lock/ }).click()
  const changing = page.getByRole('textbox', { name: /^Put A-0001 right/ })
  await expect(changing).toHaveValue('Westhaven Housing Trust: change lock by 2026-12-14')
  await changing.fill('Westhaven Housing Trust: change both locks by 15 dec !safety')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Agreed now (1)' }).getByText('change both locks')).toBeVisible()
  await expect(line(page)).toHaveValue('police: visit')
})

test('an open promise of an earlier meeting is settled in place by one key, with its reason where it is dropped, and taken back', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const month = await openMeeting(page)
  await say(page, 'housing: change locks by 14 dec !safety')
  await say(page, 'police: visit by 15 dec')
  for (const { caseReference } of (await stored(page, month)).agenda) {
    await shownCase(page, caseReference)
    await page.keyboard.press('Control+Enter')
    const warning = page.getByRole('button', { name: /Go on anyway/ })
    if (caseReference !== 'HR-2026-0001') await warning.click()
  }
  await page.getByRole('button', { name: 'Close the meeting' }).click()
  await expect(page.getByText('4 cases, 4 discussed')).toBeVisible()

  const next = (await ask(page, 'meetings.schedule', { heldOn: '2027-01-07', startsAt: '09:30' })) as number
  const { attendance } = (await ask(page, 'meetings.get', { meetingId: next })) as {
    readonly attendance: readonly { readonly agencyId: number }[]
  }
  await ask(page, 'meetings.fillAgenda', { meetingId: next })
  await ask(page, 'meetings.recordAttendance', {
    meetingId: next,
    agencyId: attendance[0]?.agencyId,
    personId: null,
    personName: 'Ash Dummy',
    presence: 'present',
    hasDeclared: true,
  })
  await ask(page, 'meetings.open', { meetingId: next })
  await page.reload()
  await page.getByRole('link', { name: 'Back to the meeting' }).click()
  await page.getByRole('button', { name: 'Turn to HR-2026-0001' }).click()
  const earlier = page.getByRole('region', { name: /^Promised before/ })
  await expect(earlier.getByRole('listitem')).toHaveCount(2)
  await expect(line(page)).toBeFocused()
  await page.keyboard.press('Control+4')
  await expectAccessible(page)
  await page.keyboard.press('c')
  await expect(page.getByText('A-0001 is now: Complete.')).toBeVisible()
  await expect(earlier.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Alt+z')
  await expect(earlier.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Control+4')
  await page.keyboard.press('u')
  await page.keyboard.type('nobody had the key')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^A-0001 is now: Not undertaken/)).toBeVisible()
  const history = (await ask(page, 'actions.history', { id: 1 })) as readonly { readonly reason: string }[]
  expect(history.map(({ reason }) => reason)).toContain('nobody had the key')
})

test('the room sees the reference, the minutes left, the risks and the actions, and nobody’s name', async ({ page }) => {
  await openMeeting(page)
  await say(page, 'housing: change locks by 14 dec !safety')
  await page.keyboard.press('Control+3')
  await page.keyboard.type('he knows the school run')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+1')
  await page.keyboard.type('police: vi')
  await page.keyboard.press('F7')
  const room = page.getByRole('dialog', { name: 'Room' })
  await expect(room).toBeVisible()
  await expect(room.getByRole('heading', { name: 'HR-2026-0001' })).toHaveCSS('font-size', '44px')
  await expect(room.getByText('he knows the school run')).toHaveCSS('font-size', '28px')
  await expect(room.getByText('10 minutes left')).toBeVisible()
  await expect(room.getByRole('listitem')).toHaveCount(2)
  expect(await room.innerText()).not.toMatch(/Alma|Invented|Dan|Madeup|DASH|Sam/)
  await expect(line(page)).toBeFocused()
  await expect(line(page)).toHaveValue('police: vi')
  await expectAccessible(page)
  await page.keyboard.press('F8')
  await expect(page.getByText('HR-2026-0001').first(), 'hidden as well over the room view').toBeHidden()
  await page.keyboard.press('F8')
  await expect(room).toBeVisible()
  await expect(line(page)).toBeFocused()
  await page.keyboard.type('sit by fri')
  await page.keyboard.press('Enter')
  await expect(room.getByText('visit')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(room).toBeHidden()
  await expect(line(page)).toBeFocused()
})

test('whoever comes late closes the case until the declaration is made', async ({ page }) => {
  await openMeeting(page)
  await page.getByRole('button', { name: /here, 1 declared$/ }).click()
  await page.getByRole('row', { name: /Lakeside Hospital/ }).focus()
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: '2/6 here, 1 declared' })).toBeVisible()
  await page.getByRole('button', { name: '2/6 here, 1 declared' }).click()
  await expect(page.getByText('No case opens until everybody present has made the confidentiality declaration.')).toBeVisible()
  await expect(page.getByText('DASH 17')).toBeHidden()
  await page.getByRole('button', { name: 'Go to the attendance' }).click()
  await page.getByRole('row', { name: /Lakeside Hospital/ }).focus()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: '2/6 here, 2 declared' }).click()
  await expect(page.getByText('DASH 17')).toBeVisible()
})

test('a case is dragged to its place, taken off, and put back where it was', async ({ page }) => {
  await prepare(page)
  await page.getByRole('row', { name: /10 Dec 2026/ }).click()
  await page.getByRole('button', { name: 'Fill the agenda' }).click()
  await expect(handle(page, 'HR-2026-0004')).toBeVisible()
  const [from, to] = [await handle(page, 'HR-2026-0004').boundingBox(), await handle(page, 'HR-2026-0001').boundingBox()]
  if (!from || !to) throw new Error('the handles are not in sight')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y - 20, { steps: 4 })
  await page.mouse.move(to.x + 10, to.y + 8, { steps: 8 })
  await page.mouse.up()
  const moved = ['HR-2026-0004', 'HR-2026-0001', 'HR-2026-0003', 'HR-2026-0002']
  await expect.poll(() => agendaOrder(page)).toEqual(moved)
  await page.getByRole('button', { name: 'Take HR-2026-0001 off the agenda' }).click()
  await expect(page.getByRole('heading', { name: 'Not on the agenda (1)' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => agendaOrder(page)).toEqual(moved)
})

for (const { size, width, height } of [
  { size: 'an old laptop', width: 1280, height: 720 },
  { size: 'a large screen', width: 1920, height: 1080 },
]) {
  test.describe(`on ${size}`, () => {
    test.use({ launch: { width, height } })
    test('the case fits the window: nothing scrolls but its lists, and nothing is cut off', async ({ page }) => {
      await openMeeting(page)
      for (let count = 1; count <= 6; count += 1) await say(page, `housing: promise number ${String(count)} by 14 dec !safety`)
      const overflow = await page.evaluate(() => {
        const main = document.querySelector('main')
        const line = document.querySelector('#line-action')?.getBoundingClientRect()
        const understood = document.querySelector('#understood')?.getBoundingClientRect()
        return {
          main: main ? main.scrollHeight - main.clientHeight : null,
          wide: document.documentElement.scrollWidth - window.innerWidth,
          line: line ? line.right > window.innerWidth : null,
          understood: understood ? understood.bottom > window.innerHeight : null,
        }
      })
      expect(overflow).toEqual({ main: 0, wide: 0, line: false, understood: false })
    })
  })
}
