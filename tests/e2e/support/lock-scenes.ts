import type { Page } from '@playwright/test'
import { ask, type Month } from './month.ts'

export const halfTyped = 'Half-typed Housing'
/** Words that stand on one of the screens below; none of them may be there behind the lock. */
export const recordWords = /Alma|Invented|Dan Madeup|Half-typed|HR-20/

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor()

async function openRoom(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Meetings' }).click()
  await page.getByRole('row', { name: /10 Dec 2026/ }).click()
  const turn = page.getByRole('button', { name: /^Turn to HR/ })
  const shown = page.getByRole('heading', { name: 'HR-2026-0001', level: 2 })
  await turn.or(shown).first().waitFor()
  // Later on the meeting stands at the case by itself.
  if (!(await shown.isVisible())) await turn.click()
  await shown.waitFor()
}

/** The form in which the draft is typed, whatever stands in it. */
export async function openDraft(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('link', { name: /^Agencies/ }).click()
  await page.getByRole('button', { name: 'Add an agency' }).first().click()
  const field = page.getByRole('textbox', { name: 'Name', exact: true }).first()
  await field.waitFor()
  return field
}

/** What may be on the screen: pages, forms half-filled, panels, the palette, dialogs of the page and of the browser, the blank screen. */
export const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async (page) => {
    await page.getByRole('link', { name: 'This month' }).click()
    await heading(page)
  },
  'a list of names': async (page) => {
    await page.getByRole('link', { name: /^Cases/ }).click()
    await page.getByText('Alma Invented').first().waitFor()
  },
  'the page of a case': async (page) => {
    await page.getByRole('link', { name: /^Cases/ }).click()
    await page.getByText('Alma Invented').first().click()
    await page.getByRole('heading', { level: 1, name: /HR-2026-0001/ }).waitFor()
  },
  'a form with a draft': async (page) => {
    await (await openDraft(page)).fill(halfTyped)
  },
  'a panel beside the list': async (page) => {
    await page.getByRole('link', { name: /^Agencies/ }).click()
    await page.getByText('Northmoor Police').first().click()
    await page.getByRole('complementary').first().waitFor()
  },
  'the palette': async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: /Page, agency/ }).waitFor()
  },
  'a dialog': async (page) => {
    await page.getByRole('link', { name: 'This month' }).click()
    await heading(page)
    await page.locator('main').focus()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys of this screen' }).waitFor()
  },
  'the room of a meeting': async (page) => {
    await openRoom(page)
    await page.keyboard.press('F7')
    await page.getByRole('dialog', { name: 'Room' }).waitFor()
  },
  'the hidden screen': async (page) => {
    await page.keyboard.press('F8')
    await page.getByRole('dialog', { name: /The screen is hidden/ }).waitFor()
  },
  'a save under way': async (page) => {
    await page.getByRole('link', { name: /^Cases/ }).click()
    await page.getByText('Alma Invented').first().waitFor()
    // Asked and not waited for: the answer, if there is one, comes while the vault is locked.
    await page.evaluate(() => {
      const { agencies } = (globalThis as unknown as { caseboard: { agencies: { add: (input: unknown) => Promise<unknown> } } }).caseboard
      void agencies.add({ name: `Under Way ${String(performance.now())}`, sector: 'housing', isCore: false, people: [] })
    })
  },
}

/** What the room of a meeting needs: an agenda, somebody who has declared, and the meeting open. */
export async function openFirstMeeting(page: Page, { meetingId, agencyIds }: Month): Promise<void> {
  await ask(page, 'meetings.fillAgenda', { meetingId })
  await ask(page, 'meetings.recordAttendance', {
    meetingId,
    agencyId: agencyIds[0],
    personId: null,
    personName: 'Sam Stand-in',
    presence: 'present',
    hasDeclared: true,
  })
  await ask(page, 'meetings.open', { meetingId })
}
