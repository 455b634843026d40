import type { Api } from '#contract'
import type { ActionRow } from '#domain/action.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import type { AgendaItem } from '#domain/meeting.ts'
import type { Result } from '#domain/refusal.ts'
import { sampleAgencies } from './agencies.ts'
import { type PastHearing, type PastMeeting, sampleHistory } from './history.ts'

/** `window.caseboard`, or anything that answers the contract's operations: the vault's own door in a test. */
export type ContractDoor = Pick<Api, 'agencies' | 'referrals' | 'cases' | 'meetings' | 'listings' | 'actions'>

async function accepted<T>(asked: Promise<Result<T>>, what: string): Promise<T> {
  const result = await asked
  if (!result.ok) throw new Error(`sample history: ${what} was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Adds the sample agencies that the team does not have yet; answers the ids of all agencies by name. */
export async function seedAgencies(door: ContractDoor): Promise<ReadonlyMap<string, AgencyId>> {
  const idByName = new Map((await accepted(door.agencies.list({}), 'agencies.list')).map(({ id, name }) => [name, id] as const))
  for (const agency of sampleAgencies) {
    if (!idByName.has(agency.name))
      idByName.set(agency.name, await accepted(door.agencies.add({ ...agency, people: [...agency.people] }), 'agencies.add'))
  }
  return idByName
}

/**
 * Plays the two months before `today` through the contract: referrals, meetings with attendance and what was said, actions and what became of
 * them. Needs the sample agencies (`seedAgencies` or an import of `agenciesCsv`). Histories carry the moment of playing, as no operation takes
 * another. Throws when anything is refused.
 */
export async function seedHistory(
  door: ContractDoor,
  today: IsoDate,
): Promise<{ readonly meetings: readonly MeetingId[]; readonly cases: number }> {
  const agencies = await seedAgencies(door)
  const caseByPair = new Map<number, CaseId>()
  const meetings: MeetingId[] = []
  for (const meeting of sampleHistory(today)) meetings.push(await playMeeting(door, meeting, agencies, caseByPair))
  return { meetings, cases: caseByPair.size }
}

function idOf(agencies: ReadonlyMap<string, AgencyId>, name: string): AgencyId {
  const id = agencies.get(name)
  if (id === undefined) throw new Error(`sample history: the team has no agency ${name}`)
  return id
}

async function playMeeting(
  door: ContractDoor,
  past: PastMeeting,
  agencies: ReadonlyMap<string, AgencyId>,
  caseByPair: Map<number, CaseId>,
): Promise<MeetingId> {
  for (const { pair, draft } of past.referrals) {
    const { agencyName, ...referral } = draft
    const recorded = await accepted(
      door.referrals.record({
        draft: { ...referral, children: [...referral.children], sourceAgencyId: idOf(agencies, agencyName) },
        caseId: caseByPair.get(pair) ?? null,
      }),
      'referrals.record',
    )
    caseByPair.set(pair, recorded.caseId)
  }
  const meetingId = await accepted(
    door.meetings.schedule({ heldOn: past.heldOn, startsAt: '09:30', place: 'Quillhaven, the round room' }),
    'meetings.schedule',
  )
  await accepted(door.meetings.fillAgenda({ meetingId }), 'meetings.fillAgenda')
  const { agenda, attendance } = await accepted(door.meetings.get({ meetingId }), 'meetings.get')
  for (const { agencyName, presence, byDeputy } of past.attendance) {
    const agencyId = idOf(agencies, agencyName)
    const deputy = byDeputy
      ? sampleAgencies.find(({ name }) => name === agencyName)?.people.find(({ role }) => role === 'deputy')?.name
      : undefined
    const seat = attendance.find((row) => row.agencyId === agencyId)
    const personName = deputy ?? seat?.personName ?? ''
    await accepted(
      door.meetings.recordAttendance({
        meetingId,
        agencyId,
        personId: deputy === undefined ? (seat?.personId ?? null) : null,
        personName,
        presence,
        hasDeclared: presence === 'present',
      }),
      'meetings.recordAttendance',
    )
  }
  await accepted(door.meetings.open({ meetingId }), 'meetings.open')
  const reports: (() => Promise<void>)[] = []
  for (const listing of agenda) reports.push(await playHearing(door, past, hearingOf(past, listing, caseByPair), listing, agencies))
  await accepted(door.meetings.close({ meetingId }), 'meetings.close')
  for (const report of reports) await report()
  return meetingId
}

function hearingOf(past: PastMeeting, listing: AgendaItem, caseByPair: ReadonlyMap<number, CaseId>): PastHearing {
  const hearing = past.hearings.find(({ pair }) => caseByPair.get(pair) === listing.caseId)
  if (!hearing) throw new Error(`sample history: nobody says anything about ${listing.caseReference}`)
  return hearing
}

/** Plays one case at the table; answers what the agencies reported after the meeting, to be played once it is closed. */
async function playHearing(
  door: ContractDoor,
  past: PastMeeting,
  hearing: PastHearing,
  { listingId, caseId }: AgendaItem,
  agencies: ReadonlyMap<string, AgencyId>,
): Promise<() => Promise<void>> {
  await accepted(door.listings.turnTo({ listingId }), 'listings.turnTo')
  if (hearing.kind === 'deferred') {
    await accepted(door.listings.defer({ listingId, reason: hearing.reason }), 'listings.defer')
    return async () => undefined
  }
  for (const { agencyName, basis, text } of hearing.facts) {
    await accepted(door.listings.addFact({ listingId, agencyId: idOf(agencies, agencyName), basis, text }), 'listings.addFact')
  }
  for (const text of hearing.risks) await accepted(door.listings.addRisk({ listingId, text }), 'listings.addRisk')
  const reported: {
    readonly id: ActionRow['id']
    readonly reports: Extract<PastHearing, { kind: 'discussed' }>['actions'][number]['reports']
  }[] = []
  for (const { agencyName, text, days, isSafety, isUnnoticed, reports } of hearing.actions) {
    const id = await accepted(
      door.actions.record({
        listingId,
        agencyId: idOf(agencies, agencyName),
        description: text,
        dueOn: addDays(past.heldOn, days),
        isSafetyAction: isSafety,
        safety: { couldNotice: isUnnoticed ? 'no' : 'unknown' },
      }),
      'actions.record',
    )
    reported.push({ id, reports })
  }
  await accepted(door.listings.keepTime({ listingId, secondsSpent: hearing.seconds }), 'listings.keepTime')
  const { earlierActions } = await accepted(door.listings.get({ listingId }), 'listings.get')
  await accepted(door.listings.finish({ listingId, reason: 'Heard before the plan was checked as a whole' }), 'listings.finish')
  return async () => {
    const { actions } = await accepted(door.cases.get({ id: caseId }), 'cases.get')
    const versionOf = (id: ActionRow['id']) => actions.find((action) => action.id === id)?.version ?? 1
    const earlier = hearing.endsEarlierActions
      ? earlierActions.map(({ id }) => ({ id, reports: [{ status: 'complete', reason: '' }] as const }))
      : []
    for (const { id, reports } of [...earlier, ...reported]) {
      let version = versionOf(id)
      for (const { status, reason } of reports)
        ({ version } = await accepted(door.actions.changeStatus({ id, version, status, reason }), 'actions.changeStatus'))
    }
  }
}
