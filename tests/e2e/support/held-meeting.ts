import type { Page } from '@playwright/test'
import { addDays, type IsoDate } from '../../../domain/dates.ts'
import { ask, seedMonth, startTeam } from './month.ts'

/** What was agreed in the meeting: by which of the month's agencies, what, how many days from today it is due. */
const agreed = [
  { by: 1, description: 'Change the locks for Alma Invented, 07700 900123, before Friday', dueIn: -3, isSafetyAction: true },
  { by: 0, description: 'Put a marker on the address', dueIn: -10, isSafetyAction: true },
  { by: 1, description: 'Offer a move to another town', dueIn: 2, isSafetyAction: false },
  { by: 2, description: 'Call her before the hearing', dueIn: 30, isSafetyAction: false },
  { by: 1, description: 'Repair the back door', dueIn: 20, isSafetyAction: false },
] as const

export type HeldMeeting = {
  readonly meetingId: number
  readonly today: IsoDate
  /** Northmoor Police, Westhaven Housing Trust, Harbour Advocacy, and three that have no action. */
  readonly agencyIds: readonly number[]
  /** In the order in which they were agreed: two of the housing trust's, A-0001 and A-0003, among them. */
  readonly actionIds: readonly number[]
}

/** A team, one meeting that is over, and five actions from it, two of them overdue. The page stands at its first page. */
export async function holdMeeting(page: Page, settings: Parameters<typeof startTeam>[1] = {}): Promise<HeldMeeting> {
  await startTeam(page, settings)
  const { today } = (await ask(page, 'home.thisMonth')) as { readonly today: IsoDate }
  const { meetingId, agencyIds } = await seedMonth(page, today)
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
  const { agenda } = (await ask(page, 'meetings.get', { meetingId })) as { readonly agenda: readonly { readonly listingId: number }[] }
  const actionIds: number[] = []
  for (const [index, { listingId }] of agenda.entries()) {
    await ask(page, 'listings.turnTo', { listingId })
    // Everything is agreed in the first case, where Alma Invented is spoken of.
    for (const { by, description, dueIn, isSafetyAction } of index === 0 ? agreed : []) {
      const draft = { listingId, agencyId: agencyIds[by], description, dueOn: addDays(today, dueIn), isSafetyAction }
      actionIds.push((await ask(page, 'actions.record', draft)) as number)
    }
    await ask(page, 'listings.finish', { listingId, reason: 'settled elsewhere' })
  }
  await ask(page, 'meetings.close', { meetingId })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  return { meetingId, today, agencyIds, actionIds }
}
