import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { agendaOrder, handle, line, openMeeting, prepare, say } from './support/meeting-steps.ts'

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
