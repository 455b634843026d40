import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixture.ts'
import { seedMonth, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

type Seen = { readonly dragSeen: string[] }

/** Notes in the page what comes of every attempt to drag. */
async function watchDrags(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { dragSeen: seen })
    // Last of all: on the window, after everything of the page.
    addEventListener('dragstart', (event) => seen.push(event.defaultPrevented ? 'prevented' : 'begun'))
    addEventListener('dragend', () => seen.push('carried'))
  })
  return () => page.evaluate(() => (globalThis as unknown as Seen).dragSeen)
}

/** Pulls with the mouse from the middle of a thing to the edge of the window. */
async function pull(page: Page, box: { x: number; y: number; width: number; height: number } | null): Promise<void> {
  if (box === null) throw new Error('there is nothing to pull')
  await page.mouse.move(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 80, { steps: 6 })
  await page.mouse.move(2, 400, { steps: 6 })
  await page.mouse.up()
}

/** What the operating system does when a file is let go over the window. */
async function dropFile(page: Page, path: string, at: { x: number; y: number }): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devTools.send('Input.dispatchDragEvent', { type, data, ...at })
  await devTools.detach()
}

test('neither marked words nor a link nor a picture can be dragged out', async ({ page }) => {
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.getByRole('link', { name: /^Cases/ }).click()
  const name = page.getByText('Alma Invented').first()
  await expect(name).toBeVisible()
  const seen = await watchDrags(page)

  await name.evaluate((element) => getSelection()?.selectAllChildren(element))
  await pull(page, await name.boundingBox())
  await expect.poll(seen).toEqual(['prevented'])

  await page.evaluate(() => getSelection()?.removeAllRanges())
  await pull(page, await page.getByRole('link', { name: /^Agencies/ }).boundingBox())
  await expect.poll(seen).toEqual(['prevented', 'prevented'])

  const picture = await page.evaluateHandle(() => {
    const image = document.createElement('img')
    image.alt = 'planted'
    image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80"/></svg>'
    Object.assign(image.style, { position: 'fixed', left: '400px', top: '300px', zIndex: '1000' })
    document.body.append(image)
    return image
  })
  await pull(page, await picture.boundingBox())
  await expect.poll(seen).toEqual(['prevented', 'prevented', 'prevented'])
})

test('a file let go over the window changes nothing, but in the place that takes files', async ({ page, profile }) => {
  await startTeam(page)
  const file = join(profile, 'referrals.csv')
  writeFileSync(file, 'Victim name,Perp,Referring Agency,Date of referral\nAlma Invented,Dan Madeup,Northmoor Police,03/11/2026\n')
  const url = page.url()
  const heading = page.getByRole('heading', { level: 1 })
  const before = await heading.innerText()
  await dropFile(page, file, { x: 700, y: 400 })
  await page.getByRole('link', { name: /^Agencies/ }).hover()
  expect(page.url()).toBe(url)
  expect(await heading.innerText()).toBe(before)
  expect(page.context().pages()).toHaveLength(1)

  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeFocused()
  await page.keyboard.press('i')
  const zone = await page.getByRole('button', { name: 'choose a file' }).boundingBox()
  await dropFile(page, file, { x: (zone?.x ?? 0) + 5, y: (zone?.y ?? 0) + 5 })
  await expect(page.getByText('referrals.csv').first()).toBeVisible()
})

test('words of another program can be let go in a field, and nowhere else', async ({ page }) => {
  await startTeam(page)
  const taken = await page.evaluate(() => {
    const field = document.createElement('input')
    document.body.append(field)
    const isPrevented = (target: Element, fill: (data: DataTransfer) => unknown): boolean => {
      const dataTransfer = new DataTransfer()
      fill(dataTransfer)
      return !target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    }
    const text = (data: DataTransfer) => data.setData('text/plain', 'words')
    const file = (data: DataTransfer) => data.items.add(new File(['x'], 'x.html'))
    const answer = {
      textInField: isPrevented(field, text),
      fileInField: isPrevented(field, file),
      textOnPage: isPrevented(document.body, text),
      fileOnPage: isPrevented(document.body, file),
    }
    field.remove()
    return answer
  })
  expect(taken).toEqual({ textInField: false, fileInField: true, textOnPage: true, fileOnPage: true })
})

test('a right click brings no menu of the browser, and no key of a browser prints, saves or shows the source', async ({ page }) => {
  await startTeam(page)
  const came = await page.evaluate(() => document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })))
  expect(came).toBe(false)
  await page.evaluate(() => {
    Object.assign(globalThis, { printed: 0 })
    addEventListener('beforeprint', () => Object.assign(globalThis, { printed: 1 }))
  })
  for (const key of ['p', 's', 'u']) await page.keyboard.press(`ControlOrMeta+${key}`)
  expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(0)
  expect(page.context().pages()).toHaveLength(1)
})

test('what is printed by other means than the app’s own is blank, on every screen', async ({ page }) => {
  const isBlank = () =>
    page.evaluate(() => [...document.querySelectorAll('body *')].every((element) => getComputedStyle(element).visibility === 'hidden'))
  await page.getByRole('button', { name: 'Continue' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await isBlank()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  expect(await isBlank()).toBe(false)

  await startTeam(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  expect(await isBlank()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  expect(await isBlank()).toBe(true)
})
