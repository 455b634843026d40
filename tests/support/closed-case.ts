import { addMonths, type IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { openedMeeting, refer, type ReferralSaid } from './meeting-room.ts'
import { type OpenVault, todayOnTheWall, valueOf } from './open-vault.ts'

/** So long ago that every default of the schedule is over. */
export const longAgo: IsoDate = addMonths(todayOnTheWall(), -13)

/** Refers a case, hears it with one fact, one risk and one action, ends the meeting and closes the case. */
export async function closedCase(
  opened: OpenVault,
  number: number,
  {
    closedOn = longAgo,
    said = {},
    words = 'nothing of note',
  }: { readonly closedOn?: IsoDate; readonly said?: ReferralSaid; readonly words?: string } = {},
): Promise<{ readonly caseId: CaseId; readonly reference: string }> {
  const { door, police } = opened
  const { caseId, caseReference } = await refer(opened, number, said)
  const { meetingId, agenda } = await openedMeeting(opened)
  for (const { listingId } of agenda) {
    await valueOf(door.listings.turnTo({ listingId }))
    await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: `Fact: ${words}` }))
    await valueOf(door.listings.addRisk({ listingId, text: `Risk: ${words}` }))
    await valueOf(door.actions.record({ listingId, agencyId: police, description: `Action: ${words}`, dueOn: closedOn }))
    await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  }
  await valueOf(door.meetings.close({ meetingId }))
  await valueOf(door.sharing.save({ meetingId, agencyIds: [police] }))
  await close(opened, caseId, closedOn)
  return { caseId, reference: caseReference }
}

export async function close({ door }: OpenVault, caseId: CaseId, closedOn: IsoDate): Promise<void> {
  const { version } = await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.cases.close({ id: caseId, version, reason: 'twelveMonths', closedOn }))
}
