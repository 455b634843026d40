import type { Api } from '#contract'
import type { IsoDate } from '#domain/dates.ts'
import { isoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import { type OpenVault, valueOf } from './open-vault.ts'

type Referral = Parameters<Api['referrals']['record']>[0]['draft']
export type ReferralSaid = Partial<Referral>

/** A referral of the `number`-th invented pair; what matters to a test is given in `said`. */
export function referralOf(sourceAgencyId: AgencyId, number: number, said: Partial<Referral> = {}): Referral {
  const letters = [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')
  return {
    sourceAgencyId,
    receivedOn: isoDate('2026-10-05'),
    victim: { name: `Ottilie Wafflemoggin-${letters}` },
    perpetrator: { name: `Barnaby Zoodlecrank-${letters}` },
    criteria: { visibleHighRisk: true },
    ...said,
  }
}

/** Records a referral of the `number`-th pair, on a case of its own or on the one given. */
export function refer({ door, police }: OpenVault, number: number, said: Partial<Referral> = {}, caseId: CaseId | null = null) {
  return valueOf(door.referrals.record({ draft: referralOf(police, number, said), caseId }))
}

export async function schedule({ door }: OpenVault, heldOn: IsoDate = isoDate('2026-11-05')): Promise<MeetingId> {
  return valueOf(door.meetings.schedule({ heldOn, startsAt: '09:30' }))
}

/** The police representative is there and has declared, unless it is said otherwise. */
export async function seat(
  { door, police }: OpenVault,
  meetingId: MeetingId,
  said: Partial<Parameters<Api['meetings']['recordAttendance']>[0]> = {},
): Promise<void> {
  await valueOf(
    door.meetings.recordAttendance({
      meetingId,
      agencyId: police,
      personId: null,
      personName: 'Desmond Truncheonby',
      presence: 'present',
      hasDeclared: true,
      ...said,
    }),
  )
}

/** Schedules a meeting with everything that waits, seats one who has declared, and opens it. */
export async function openedMeeting(vault: OpenVault, heldOn?: IsoDate) {
  const meetingId = await schedule(vault, heldOn)
  await valueOf(vault.door.meetings.fillAgenda({ meetingId }))
  await seat(vault, meetingId)
  await valueOf(vault.door.meetings.open({ meetingId }))
  return { meetingId, agenda: await agendaOf(vault, meetingId) }
}

export async function agendaOf({ door }: OpenVault, meetingId: MeetingId) {
  return (await valueOf(door.meetings.get({ meetingId }))).agenda
}

/** The only one of a list that must have one. */
export function only<Item>(items: readonly Item[]): Item {
  const [item, ...others] = items
  if (item === undefined || others.length > 0) throw new Error(`one was expected, there are ${items.length}`)
  return item
}
