import { isoDate } from '#domain/dates.ts'
import type { ListingId } from '#domain/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaOf, only, openedMeeting, refer, schedule, seat } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const november = isoDate('2026-11-05')
const december = isoDate('2026-12-10')

async function statesOf({ door }: OpenVault, caseId: Awaited<ReturnType<typeof refer>>['caseId']) {
  return (await valueOf(door.cases.get({ id: caseId }))).referrals.map(({ state }) => state).toReversed()
}

describe('filling an agenda', () => {
  test('takes every waiting referral, children first', async () => {
    const opened = await openVault()
    await refer(opened, 1)
    await refer(opened, 2, { childrenCount: 2 })
    await refer(opened, 3, { childrenCount: 0 })
    await refer(opened, 4, { children: [{ name: 'Isadora' }] })
    const meetingId = await schedule(opened)
    expect(await valueOf(opened.door.meetings.fillAgenda({ meetingId }))).toEqual({ added: 4 })
    expect((await agendaOf(opened, meetingId)).map(({ caseReference }) => Number(caseReference.slice(-1)))).toEqual([2, 4, 1, 3])
    expect(await valueOf(opened.door.meetings.fillAgenda({ meetingId }))).toEqual({ added: 0 })
  })

  test('brings the cases of earlier meetings whose promises are open, with their number', async () => {
    const opened = await openVault()
    const { door, police } = opened
    await refer(opened, 1)
    await refer(opened, 2)
    const { meetingId, agenda } = await openedMeeting(opened, november)
    const [first, second] = agenda
    await valueOf(
      door.actions.record({
        listingId: first?.listingId ?? 0,
        agencyId: police,
        description: 'take the statement',
        dueOn: isoDate('2026-11-09'),
      }),
    )
    for (const listing of [first, second])
      await valueOf(door.listings.finish({ listingId: listing?.listingId ?? 0, reason: 'the plan is settled elsewhere' }))
    const next = await schedule(opened, december)
    // Not while the meeting at which they were promised still goes on.
    expect((await valueOf(door.meetings.get({ meetingId: next }))).candidates).toEqual([])
    await valueOf(door.meetings.close({ meetingId }))
    await valueOf(door.meetings.fillAgenda({ meetingId: next }))
    expect(only(await agendaOf(opened, next))).toMatchObject({ caseId: first?.caseId, listingType: 'carriedOver', openActions: 1 })
  })

  test('a case that waits at one meeting is not put on another', async () => {
    const opened = await openVault()
    const { caseId, referralId } = await refer(opened, 1)
    const [first, second] = [await schedule(opened, november), await schedule(opened, december)]
    await valueOf(opened.door.meetings.fillAgenda({ meetingId: first }))
    expect(await valueOf(opened.door.meetings.fillAgenda({ meetingId: second }))).toEqual({ added: 0 })
    expect(await refusalOf(opened.door.meetings.addToAgenda({ meetingId: second, caseId, referralId: null }))).toMatchObject({
      code: 'alreadyThere',
      what: 'case',
    })
    expect(await refusalOf(opened.door.meetings.addToAgenda({ meetingId: first, caseId, referralId }))).toMatchObject({
      code: 'alreadyThere',
      what: 'case',
    })
  })

  test('does not undo an order made by hand when there is nothing to add', async () => {
    const opened = await openVault()
    for (const number of [1, 2, 3]) await refer(opened, number)
    const meetingId = await schedule(opened)
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    const order = (await agendaOf(opened, meetingId)).map(({ listingId }) => listingId).toReversed()
    await valueOf(opened.door.meetings.reorderAgenda({ meetingId, order }))
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    expect((await agendaOf(opened, meetingId)).map(({ listingId }) => listingId)).toEqual(order)
  })
})

describe('all referrals of one case', () => {
  test('are heard together, the one that came in after the agenda was made as well', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    await refer(opened, 1, { receivedOn: isoDate('2026-10-12') }, caseId)
    const { meetingId, agenda } = await openedMeeting(opened, november)
    expect(await statesOf(opened, caseId)).toEqual(['listed', 'listed'])
    await refer(opened, 1, { receivedOn: isoDate('2026-11-04') }, caseId)
    await valueOf(opened.door.listings.finish({ listingId: only(agenda).listingId, reason: 'the plan is settled elsewhere' }))
    await valueOf(opened.door.meetings.close({ meetingId }))
    expect(await statesOf(opened, caseId)).toEqual(['discussed', 'discussed', 'discussed'])
    expect(await valueOf(opened.door.meetings.fillAgenda({ meetingId: await schedule(opened, december) }))).toEqual({ added: 0 })
  })

  test('are put off together and come back together', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    await refer(opened, 1, { receivedOn: isoDate('2026-10-12') }, caseId)
    const { meetingId, agenda } = await openedMeeting(opened, november)
    await valueOf(opened.door.listings.defer({ listingId: only(agenda).listingId, reason: 'The referrer is ill' }))
    await valueOf(opened.door.meetings.close({ meetingId }))
    expect(await statesOf(opened, caseId)).toEqual(['deferred', 'deferred'])
    expect((await valueOf(opened.door.home.thisMonth())).referralsWaiting.count).toBe(2)
    const next = await openedMeeting(opened, december)
    expect(only(next.agenda)).toMatchObject({ caseId, listingType: 'deferredBefore' })
    await valueOf(opened.door.listings.finish({ listingId: only(next.agenda).listingId, reason: 'the plan is settled elsewhere' }))
    expect(await statesOf(opened, caseId)).toEqual(['discussed', 'discussed'])
  })

  test('one that was sent back meanwhile stays sent back', async () => {
    const opened = await openVault()
    const { caseId, referralId } = await refer(opened, 1)
    await valueOf(opened.door.referrals.turnDown({ id: referralId, state: 'returned', reason: 'Incomplete' }))
    await refer(opened, 1, { receivedOn: isoDate('2026-10-12') }, caseId)
    const { agenda } = await openedMeeting(opened)
    await valueOf(opened.door.listings.finish({ listingId: only(agenda).listingId, reason: 'the plan is settled elsewhere' }))
    expect(await statesOf(opened, caseId)).toEqual(['returned', 'discussed'])
  })
})

describe('taking a case off', () => {
  test('lets its referral wait again', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    const meetingId = await schedule(opened)
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    await valueOf(opened.door.meetings.removeFromAgenda({ listingId: only(await agendaOf(opened, meetingId)).listingId }))
    expect(await agendaOf(opened, meetingId)).toEqual([])
    expect(await statesOf(opened, caseId)).toEqual(['open'])
    expect(only((await valueOf(opened.door.meetings.get({ meetingId }))).candidates)).toMatchObject({ caseId, why: 'new' })
  })

  test('a referral that had been put off is put off still, with its reason', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    const first = await openedMeeting(opened, november)
    await valueOf(opened.door.listings.defer({ listingId: only(first.agenda).listingId, reason: 'The referrer is ill' }))
    await valueOf(opened.door.meetings.close({ meetingId: first.meetingId }))
    const next = await schedule(opened, december)
    await valueOf(opened.door.meetings.fillAgenda({ meetingId: next }))
    await valueOf(opened.door.meetings.removeFromAgenda({ listingId: only(await agendaOf(opened, next)).listingId }))
    expect((await valueOf(opened.door.cases.get({ id: caseId }))).referrals[0]).toMatchObject({
      state: 'deferred',
      stateReason: 'The referrer is ill',
    })
    expect(only((await valueOf(opened.door.meetings.get({ meetingId: next }))).candidates).why).toBe('deferredBefore')
  })

  test('is refused once it was heard, once something was said, and once something was promised', async () => {
    const opened = await openVault()
    const { door, police } = opened
    for (const number of [1, 2, 3, 4]) await refer(opened, number)
    const { agenda } = await openedMeeting(opened)
    const [heard, said, promised, untouched] = agenda.map(({ listingId }) => listingId) as [ListingId, ListingId, ListingId, ListingId]
    await valueOf(door.listings.finish({ listingId: heard, reason: 'the plan is settled elsewhere' }))
    await valueOf(door.listings.addRisk({ listingId: said, text: 'Separation under way' }))
    await valueOf(door.actions.record({ listingId: promised, agencyId: police, description: 'take the statement', dueOn: december }))
    expect(await refusalOf(door.meetings.removeFromAgenda({ listingId: heard }))).toMatchObject({ code: 'inUse' })
    expect(await refusalOf(door.meetings.removeFromAgenda({ listingId: said }))).toMatchObject({ code: 'inUse' })
    expect(await refusalOf(door.meetings.removeFromAgenda({ listingId: promised }))).toEqual({
      code: 'inUse',
      what: 'listing',
      by: 'action',
      count: 1,
    })
    await valueOf(door.listings.turnTo({ listingId: untouched }))
    await valueOf(door.meetings.removeFromAgenda({ listingId: untouched }))
    expect((await valueOf(door.meetings.list()))[0]).toMatchObject({ caseCount: 3 })
  })
})

test('adding one case by hand takes only what waits', async () => {
  const opened = await openVault()
  const { caseId, referralId } = await refer(opened, 1)
  const other = await refer(opened, 2)
  const meetingId = await schedule(opened)
  expect(await refusalOf(opened.door.meetings.addToAgenda({ meetingId, caseId, referralId: other.referralId }))).toEqual({
    code: 'notFound',
    what: 'referral',
  })
  await valueOf(opened.door.referrals.turnDown({ id: referralId, state: 'screenedOut', reason: 'Below' }))
  expect(await refusalOf(opened.door.meetings.addToAgenda({ meetingId, caseId, referralId }))).toEqual({
    code: 'changedMeanwhile',
    what: 'referral',
  })
  await valueOf(opened.door.meetings.addToAgenda({ meetingId, caseId: other.caseId, referralId: null }))
  expect(only(await agendaOf(opened, meetingId))).toMatchObject({ caseId: other.caseId, listingType: 'new' })
  expect(await statesOf(opened, other.caseId)).toEqual(['listed'])
})

test('an order is taken exactly when it is a permutation of the agenda', async () => {
  const opened = await openVault()
  for (const number of [1, 2, 3, 4, 5]) await refer(opened, number)
  const meetingId = await schedule(opened)
  await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
  const ids = (await agendaOf(opened, meetingId)).map(({ listingId }) => listingId)
  const foreign = 4711 as ListingId
  const anyOrder = fc.oneof(
    fc.shuffledSubarray(ids, { minLength: 5 }),
    fc.shuffledSubarray(ids),
    fc.array(fc.constantFrom(...ids, foreign), { maxLength: 7 }),
    fc.shuffledSubarray([...ids, foreign], { minLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(anyOrder, async (order) => {
      const before = (await agendaOf(opened, meetingId)).map(({ listingId }) => listingId)
      const isPermutation = JSON.stringify(order.toSorted((a, b) => a - b)) === JSON.stringify(ids.toSorted((a, b) => a - b))
      const result = await opened.door.meetings.reorderAgenda({ meetingId, order })
      expect(result).toEqual(
        isPermutation ? { ok: true, value: null } : { ok: false, refusal: { code: 'changedMeanwhile', what: 'meeting' } },
      )
      expect((await agendaOf(opened, meetingId)).map(({ listingId }) => listingId)).toEqual(isPermutation ? order : before)
    }),
    { numRuns: 60 },
  )
})

test('a meeting that is over changes no more', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(door.meetings.close({ meetingId }))
  const closed = { code: 'meetingClosed' }
  expect(await refusalOf(door.meetings.fillAgenda({ meetingId }))).toEqual(closed)
  expect(await refusalOf(door.meetings.addToAgenda({ meetingId, caseId, referralId: null }))).toEqual(closed)
  expect(await refusalOf(door.meetings.removeFromAgenda({ listingId }))).toEqual(closed)
  expect(await refusalOf(door.meetings.reorderAgenda({ meetingId, order: [listingId] }))).toEqual(closed)
  expect(await refusalOf(door.meetings.change({ meetingId, draft: { heldOn: december, startsAt: '10:00' } }))).toEqual(closed)
  expect(await refusalOf(door.meetings.open({ meetingId }))).toEqual(closed)
  expect(await refusalOf(door.meetings.close({ meetingId }))).toEqual(closed)
  await expect(seat(opened, meetingId)).rejects.toThrow('meetingClosed')
})
