import type { IsoDate } from '#domain/dates.ts'
import type { AttendanceRow, MeetingDetail } from '#domain/meeting.ts'
import { scriptedPresence } from '../sample-data/meeting-script.ts'
import { contractDoor } from './contract-door.ts'
import { goTo, type Stage } from './stage.ts'

/** The meeting as the app holds it. */
export async function meetingNow({ page }: Stage, meetingId: number): Promise<MeetingDetail> {
  const meeting = await contractDoor(page).meetings.get({ meetingId })
  if (!meeting.ok) throw new Error(`the meeting was refused: ${meeting.refusal.code}`)
  return meeting.value
}

/** Schedules a meeting, fills its agenda, moves a case by keyboard and takes the attendance with the declarations. Answers its id. */
export async function prepareMeeting(stage: Stage, heldOn: IsoDate): Promise<number> {
  const { page, picture } = stage
  await goTo(page, 'Meetings')
  await page.getByRole('button', { name: 'Schedule a meeting' }).first().click()
  await page.getByLabel('Date', { exact: false }).first().fill(heldOn)
  await page.getByLabel('Starts at').fill('09:30')
  await page.getByLabel('Place').fill('Quillhaven, the round room')
  await page.getByLabel('Chair').fill('Ottoline Gavelwood')
  await picture('meeting-schedule')
  await page.locator('form').getByRole('button', { name: 'Schedule a meeting' }).click()
  await page.getByRole('heading', { level: 1, name: /^Meeting of/ }).waitFor()
  const meetings = await contractDoor(page).meetings.list()
  const scheduled = meetings.ok ? meetings.value.find(({ state }) => state === 'scheduled') : undefined
  if (!scheduled) throw new Error('the meeting just scheduled is not there')
  await page.getByRole('button', { name: 'Fill the agenda' }).first().click()
  await page
    .getByText(/put on the agenda/)
    .first()
    .waitFor()
  await picture('meeting-agenda')
  await moveOneDown(stage)
  await takeAttendance(stage, (await meetingNow(stage, scheduled.id)).attendance)
  return scheduled.id
}

/** The second case of the agenda goes one place down, by the keyboard. */
async function moveOneDown({ page, picture }: Stage): Promise<void> {
  const handles = page.getByRole('button', { name: /^Move HR-/ })
  if ((await handles.count()) < 3) return
  await handles.nth(1).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page
    .getByText(/is now number 3 of/)
    .first()
    .waitFor({ state: 'attached' })
  await picture('meeting-agenda-moved')
}

const keys = { present: 'd', apologies: 'a', absent: 'x' } as const

async function takeAttendance({ page, picture }: Stage, attendance: readonly AttendanceRow[]): Promise<void> {
  await page.getByRole('tab', { name: /^Attendance/ }).click()
  for (const { row, presence } of scriptedPresence(attendance)) {
    await page
      .locator('tbody tr', { has: page.getByRole('rowheader', { name: row.agencyName }) })
      .first()
      .focus()
    await page.keyboard.press(keys[presence])
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(300)
  await picture('meeting-attendance')
}
