import { expect, type Page } from '@playwright/test'
import { ask, type Month, seedMonth, startTeam } from './month.ts'

export type Stored = {
  readonly agenda: readonly {
    readonly caseReference: string
    readonly secondsSpent: number
    readonly outcome: string
    readonly deferReason: string
  }[]
}

export const line = (page: Page) => page.getByRole('textbox', { name: /^An action/ })
export const shownCase = (page: Page, reference: string) => expect(page.getByRole('heading', { name: reference, level: 2 })).toBeVisible()
export const handle = (page: Page, reference: string) => page.getByRole('button', { name: new RegExp(`^Move ${reference}`) })

export async function stored(page: Page, { meetingId }: Month): Promise<Stored> {
  return (await ask(page, 'meetings.get', { meetingId })) as Stored
}

export async function agendaOrder(page: Page): Promise<readonly string[]> {
  return page.locator('tbody').first().locator('th').allInnerTexts()
}

/** A team, four referrals and a meeting; the page stands at the list of meetings. */
export async function prepare(page: Page): Promise<Month> {
  await startTeam(page)
  const month = await seedMonth(page, '2026-12-10')
  await page.reload()
  await page.getByRole('link', { name: 'Meetings' }).click()
  await expect(page.getByRole('row', { name: /10 Dec 2026/ })).toBeVisible()
  return month
}

/** The same with the agenda filled, the police present and declared, and the meeting open at its first case. */
export async function openMeeting(page: Page): Promise<Month> {
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

export async function say(page: Page, text: string): Promise<void> {
  await line(page).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
}
