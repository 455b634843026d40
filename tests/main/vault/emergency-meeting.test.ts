import { isoDate } from '#domain/dates.ts'
import type { CaseId, MeetingId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { openedMeeting, refer, schedule } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, todayOnTheWall, valueOf } from '../../support/open-vault.ts'

const reason = 'He is released tomorrow and knows where she is'
const far = isoDate('2099-12-10')

const fresh = (heldOn = todayOnTheWall()) => ({ kind: 'new' as const, heldOn, startsAt: '16:00' })
const call = (
  { door }: OpenVault,
  caseId: CaseId,
  meeting: ReturnType<typeof fresh> | { readonly kind: 'known'; readonly meetingId: MeetingId },
) => door.meetings.callEmergency({ caseId, meeting, reason })

const stateOf = async ({ door }: OpenVault, caseId: CaseId) => {
  const { referrals, listings } = await valueOf(door.cases.get({ id: caseId }))
  return { referrals: referrals.map(({ state }) => state), listings: listings.map(({ meetingOn, outcome }) => [meetingOn, outcome]) }
}
const meetingCount = async ({ door }: OpenVault) => (await valueOf(door.meetings.list())).length

describe('an emergency meeting', () => {
  test('is called, hears the case with its waiting referrals, and its reason stands in the record; all in one step', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1)
    const { meetingId, listingId, entryId } = await valueOf(call(vault, caseId, fresh()))
    const meeting = await valueOf(vault.door.meetings.get({ meetingId }))
    expect(meeting).toMatchObject({ kind: 'emergency', heldOn: todayOnTheWall(), startsAt: '16:00', state: 'scheduled' })
    expect(meeting.agenda.map((item) => item.listingId)).toEqual([listingId])
    expect(await stateOf(vault, caseId)).toEqual({ referrals: ['listed'], listings: [[todayOnTheWall(), 'waiting']] })
    const { entries } = await valueOf(vault.door.record.of({ caseId }))
    expect(entries).toMatchObject([{ id: entryId, content: { kind: 'note', on: todayOnTheWall(), text: reason } }])
  })

  test('that is there already takes a further case', async () => {
    const vault = await openVault()
    const [one, other] = [await refer(vault, 1), await refer(vault, 2)]
    const { meetingId } = await valueOf(call(vault, one.caseId, fresh()))
    expect((await valueOf(call(vault, other.caseId, { kind: 'known', meetingId }))).meetingId).toBe(meetingId)
    expect((await valueOf(vault.door.meetings.get({ meetingId }))).agenda).toHaveLength(2)
    expect(await meetingCount(vault)).toBe(1)
  })

  test('takes a case off a later agenda that awaits it', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1)
    const later = await schedule(vault, far)
    await valueOf(vault.door.meetings.addToAgenda({ meetingId: later, caseId, referralId: null }))
    await valueOf(call(vault, caseId, fresh()))
    expect((await valueOf(vault.door.meetings.get({ meetingId: later }))).agenda).toEqual([])
    expect(await stateOf(vault, caseId)).toEqual({ referrals: ['listed'], listings: [[todayOnTheWall(), 'waiting']] })
  })

  test('is told in the log by case and meeting, without the reason', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1)
    const { meetingId } = await valueOf(call(vault, caseId, fresh()))
    const { rows } = await valueOf(vault.door.audit.list({}))
    const entry = rows.find(({ operation }) => operation === 'meetings.callEmergency')
    expect(entry?.facts).toMatchObject({ caseId: String(caseId), meetingId: String(meetingId) })
    expect(JSON.stringify(rows)).not.toContain('released tomorrow')
  })
})

describe('is refused, and nothing is made,', () => {
  async function refused(vault: OpenVault, caseId: CaseId, meeting: Parameters<typeof call>[2]) {
    const before = [await meetingCount(vault), await valueOf(vault.door.record.of({ caseId }))]
    const refusal = await refusalOf(call(vault, caseId, meeting))
    expect([await meetingCount(vault), await valueOf(vault.door.record.of({ caseId }))]).toEqual(before)
    return refusal
  }

  test('without a reason, and on a day that is over', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1)
    const meeting = fresh()
    expect(await refusalOf(vault.door.meetings.callEmergency({ caseId, meeting, reason: ' ' }))).toMatchObject({ code: 'invalidInput' })
    expect(await refused(vault, caseId, fresh(isoDate('2026-01-01')))).toEqual({
      code: 'invalidInput',
      fields: [{ path: 'meeting.heldOn', problem: 'notAllowed' }],
    })
  })

  test('on a regular meeting, on one that is not there, and on one that is over', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1)
    const meetingId = await schedule(vault, far)
    expect(await refused(vault, caseId, { kind: 'known', meetingId })).toMatchObject({ code: 'invalidInput' })
    const none = 999 as MeetingId
    expect(await refused(vault, caseId, { kind: 'known', meetingId: none })).toEqual({ code: 'notFound', what: 'meeting' })
  })

  test('where the meeting, an earlier one, or one that is open awaits the case', async () => {
    const vault = await openVault()
    const { caseId, caseReference } = await refer(vault, 1)
    const { meetingId } = await valueOf(call(vault, caseId, fresh()))
    const there = { code: 'alreadyThere', what: 'case', name: caseReference }
    expect(await refused(vault, caseId, { kind: 'known', meetingId })).toEqual(there)
    expect(await refused(vault, caseId, fresh(far))).toEqual(there)
    const other = await openVault()
    const heard = await refer(other, 2)
    await openedMeeting(other, far)
    expect(await refused(other, heard.caseId, fresh())).toMatchObject({ code: 'alreadyThere' })
  })

  test('for a closed case, and for one that is not there', async () => {
    const vault = await openVault()
    const { caseId, referralId } = await refer(vault, 1)
    await valueOf(vault.door.referrals.turnDown({ id: referralId, state: 'screenedOut', reason: 'Invented' }))
    const { version } = await valueOf(vault.door.cases.get({ id: caseId }))
    await valueOf(vault.door.cases.close({ id: caseId, version, reason: 'transferred', closedOn: todayOnTheWall(), note: '' }))
    expect(await refused(vault, caseId, fresh())).toEqual({ code: 'changedMeanwhile', what: 'case' })
    expect(await refusalOf(call(vault, 999 as CaseId, fresh()))).toEqual({ code: 'notFound', what: 'case' })
  })
})
