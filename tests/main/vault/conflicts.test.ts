import { isoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, ListingId, MeetingId } from '#domain/ids.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { only, openedMeeting, refer, seat } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

let opened: OpenVault
let meetingId: MeetingId
let caseId: CaseId
let otherCaseId: CaseId
let listingId: ListingId
const secret = 'Zyxquiddle'

beforeEach(async () => {
  opened = await openVault()
  const one = await refer(opened, 1, { victim: { name: `Ottilie ${secret}` }, perpetrator: { name: 'Mordecai Keyhole-Smith' } })
  const other = await refer(opened, 2)
  const meeting = await openedMeeting(opened)
  meetingId = meeting.meetingId
  caseId = one.caseId
  otherCaseId = other.caseId
  listingId = only(meeting.agenda.filter((item) => item.caseId === caseId)).listingId
  await seat(opened, meetingId, { agencyId: opened.housing, personName: 'Mordecai Keyhole-Smythe' })
})

const declare = (agencyId: AgencyId, caseIds: readonly CaseId[], saidBy: 'attendee' | 'coordinator' = 'attendee') =>
  opened.door.conflicts.declare({ meetingId, agencyId, saidBy, caseIds: [...caseIds] })
const get = () => opened.door.listings.get({ listingId })
const meeting = () => valueOf(opened.door.meetings.get({ meetingId }))
const guard = async () => only((await meeting()).guards.filter((each) => each.listingId === listingId))
const item = async () => only((await meeting()).agenda.filter((each) => each.listingId === listingId))
const restrict = (agencyIds: readonly AgencyId[]) =>
  valueOf(opened.door.restrictions.set({ caseId, reason: 'He works there.', agencyIds: [...agencyIds], slotIds: [] }))
const unseal = (haveLeft: readonly AgencyId[]) => opened.door.listings.unseal({ listingId, haveLeft: [...haveLeft] })

describe('a declared conflict', () => {
  test('closes the case until the person has left; then it is open, and the others were never closed', async () => {
    await valueOf(declare(opened.housing, [caseId]))
    const seatOf = { agencyId: opened.housing, agencyName: 'Housing Options', personName: 'Mordecai Keyhole-Smythe' }
    expect(await guard()).toMatchObject({ isRestricted: false, isSealed: true, concerned: [{ ...seatOf, why: 'conflict' }] })
    expect(await refusalOf(get())).toMatchObject({ code: 'caseSealed', isRestricted: false, mustLeave: [seatOf] })
    expect(await refusalOf(unseal([]))).toEqual({ code: 'stillInRoom', agencies: ['Housing Options'] })
    await valueOf(unseal([opened.housing]))
    expect((await valueOf(get())).victimName).toBe(`Ottilie ${secret}`)
  })

  test('keeps everything that is said of the case from being taken down, but for putting it off', async () => {
    await valueOf(declare(opened.housing, [caseId]))
    const { door, police } = opened
    for (const asked of [
      door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: 'x' }),
      door.listings.addRisk({ listingId, text: 'x' }),
      door.actions.record({ listingId, agencyId: police, description: 'x', dueOn: isoDate('2026-12-14') }),
      door.listings.finish({ listingId, reason: 'x' }),
    ])
      expect(await refusalOf(asked)).toMatchObject({ code: 'caseSealed' })
    await valueOf(door.listings.defer({ listingId, reason: 'the housing officer would not leave' }))
  })

  test('of somebody who is not in the room closes nothing, and closes the case when they come in', async () => {
    await seat(opened, meetingId, {
      agencyId: opened.housing,
      personName: 'Mordecai Keyhole-Smythe',
      presence: 'apologies',
      hasDeclared: false,
    })
    await valueOf(declare(opened.housing, [caseId]))
    await valueOf(get())
    await seat(opened, meetingId, { agencyId: opened.housing, personName: 'Mordecai Keyhole-Smythe' })
    expect(await refusalOf(get())).toMatchObject({ code: 'caseSealed' })
  })

  test('that the coordinator flags stands whatever the person says, until the coordinator takes it back', async () => {
    await valueOf(declare(opened.housing, [caseId], 'coordinator'))
    await valueOf(declare(opened.housing, []))
    expect(await guard()).toMatchObject({ isSealed: true })
    const seats = (await valueOf(opened.door.conflicts.of({ meetingId }))).seats
    expect(only(seats.filter(({ agencyId }) => agencyId === opened.housing))).toMatchObject({
      unanswered: 0,
      conflicts: [{ caseId, saidBy: 'coordinator' }],
    })
    await valueOf(declare(opened.housing, [], 'coordinator'))
    expect(await guard()).toMatchObject({ isSealed: false, concerned: [] })
  })

  test('is about cases of the agenda alone, and not of a meeting that is over', async () => {
    expect(await refusalOf(declare(opened.housing, [999 as CaseId]))).toMatchObject({ code: 'changedMeanwhile' })
    for (const { listingId: each } of (await meeting()).agenda)
      await valueOf(opened.door.listings.finish({ listingId: each, reason: 'settled elsewhere' }))
    await valueOf(opened.door.meetings.close({ meetingId }))
    expect(await refusalOf(declare(opened.housing, [caseId]))).toEqual({ code: 'meetingClosed' })
  })
})

describe('a restricted case', () => {
  test('has no names on the agenda, nor in a meeting, until it was opened by a second confirmation', async () => {
    await restrict([])
    const text = JSON.stringify(await meeting())
    expect(text).not.toContain(secret)
    expect(await guard()).toMatchObject({ isRestricted: true, isSealed: true, concerned: [] })
    expect(await refusalOf(get())).toMatchObject({ code: 'caseSealed', isRestricted: true, mustLeave: [] })
    await valueOf(unseal([]))
    expect(await item()).toMatchObject({ victimName: `Ottilie ${secret}` })
    await valueOf(get())
  })

  test('while nothing is restricted, has its names there (control)', async () => {
    expect(JSON.stringify(await meeting())).toContain(secret)
  })

  test('opens only when those of the agencies it is restricted from have left, and closes when one comes back under another name', async () => {
    await restrict([opened.housing])
    expect(await refusalOf(unseal([]))).toMatchObject({ code: 'stillInRoom' })
    await valueOf(unseal([opened.housing]))
    await valueOf(get())
    await seat(opened, meetingId, { agencyId: opened.housing, personName: 'Ottoline Hearth' })
    expect(await refusalOf(get())).toMatchObject({ code: 'caseSealed', mustLeave: [{ personName: 'Ottoline Hearth' }] })
    expect((await item()).victimName).toBe('')
  })

  test('among what could be put on the agenda has no names either', async () => {
    await valueOf(opened.door.meetings.removeFromAgenda({ listingId }))
    expect(JSON.stringify((await meeting()).candidates)).toContain(secret)
    await restrict([])
    expect(JSON.stringify(await meeting())).not.toContain(secret)
  })

  test('is noted in the log when it is opened, with how many agencies had left and without a name', async () => {
    await restrict([opened.housing])
    await valueOf(unseal([opened.housing]))
    const { rows } = await valueOf(opened.door.audit.list({}))
    expect(rows.find(({ operation }) => operation === 'listings.unseal')).toMatchObject({ outcome: 'done', facts: { left: '1' } })
    expect(JSON.stringify(rows)).not.toContain('Keyhole')
  })
})

test('before the agenda goes out, whom to ask is said with the reason, and who was not asked yet', async () => {
  const { seats, matches } = await valueOf(opened.door.conflicts.of({ meetingId }))
  expect(seats.map(({ unanswered }) => unanswered)).toEqual([2, 2, 2])
  expect(only(matches)).toMatchObject({
    caseId,
    agencyId: opened.housing,
    teamName: 'Mordecai Keyhole-Smythe',
    role: 'perpetrator',
    reason: 'alikeName',
  })
  expect(JSON.stringify(matches)).not.toMatch(new RegExp(`${secret}|Keyhole-Smith"`))
  await valueOf(declare(opened.police, []))
  const after = await valueOf(opened.door.conflicts.of({ meetingId }))
  expect(only(after.seats.filter(({ agencyId }) => agencyId === opened.police)).unanswered).toBe(0)
  expect(otherCaseId).not.toBe(caseId)
})
