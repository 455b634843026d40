import { isoDate } from '#domain/dates.ts'
import type { ListingId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { agendaOf, only, openedMeeting, refer, schedule, seat } from '../../support/meeting-room.ts'
import type { VaultAnswer, VaultReply } from '../../../main/vault/protocol.ts'
import { sealedVault } from '../../support/sealed-vault.ts'
import { realVault } from '../../fixtures/real-vault.ts'
import { doorOf, openVault, type OpenVault, passphrase, refusalOf, reopen, valueOf } from '../../support/open-vault.ts'

const december = isoDate('2026-12-10')

/** Everything that can be done with a case in a meeting, by name. */
function workOn({ door, police }: OpenVault, listingId: ListingId): Readonly<Record<string, () => Promise<{ readonly ok: boolean }>>> {
  return {
    get: () => door.listings.get({ listingId }),
    turnTo: () => door.listings.turnTo({ listingId }),
    keepTime: () => door.listings.keepTime({ listingId, secondsSpent: 5 }),
    addFact: () => door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: 'Two calls' }),
    addRisk: () => door.listings.addRisk({ listingId, text: 'Separation' }),
    record: () => door.actions.record({ listingId, agencyId: police, description: 'take the statement', dueOn: december }),
    reopen: () => door.listings.reopen({ listingId }),
    defer: () => door.listings.defer({ listingId, reason: 'not today', leavesPlanSo: true }),
    finish: () => door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }),
  }
}

async function allRefusedWith(work: ReturnType<typeof workOn>, code: string) {
  for (const [name, ask] of Object.entries(work)) expect({ [name]: await ask() }).toEqual({ [name]: { ok: false, refusal: { code } } })
}

describe('the declaration', () => {
  test('no case opens before the meeting does', async () => {
    const opened = await openVault()
    await refer(opened, 1)
    const meetingId = await schedule(opened)
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    await seat(opened, meetingId)
    await allRefusedWith(workOn(opened, only(await agendaOf(opened, meetingId)).listingId), 'meetingNotOpen')
  })

  test('nobody present, or somebody who has not declared: the meeting does not open', async () => {
    const opened = await openVault()
    const { door, housing } = opened
    const meetingId = await schedule(opened)
    const missing = { code: 'declarationMissing' }
    expect(await refusalOf(door.meetings.open({ meetingId }))).toEqual(missing)
    await seat(opened, meetingId, { hasDeclared: false })
    expect(await refusalOf(door.meetings.open({ meetingId }))).toEqual(missing)
    await seat(opened, meetingId)
    await seat(opened, meetingId, { agencyId: housing, personName: 'Mordecai', hasDeclared: false })
    expect(await refusalOf(door.meetings.open({ meetingId }))).toEqual(missing)
    await seat(opened, meetingId, { agencyId: housing, personName: 'Mordecai', presence: 'apologies', hasDeclared: false })
    await valueOf(door.meetings.open({ meetingId }))
  })

  test('somebody who comes late declares first: until then no case is shown and nothing is recorded', async () => {
    const opened = await openVault()
    await refer(opened, 1)
    const { meetingId, agenda } = await openedMeeting(opened)
    const work = workOn(opened, only(agenda).listingId)
    expect(await work['get']?.()).toMatchObject({ ok: true })
    await seat(opened, meetingId, { agencyId: opened.housing, personName: 'Mordecai', hasDeclared: false })
    await allRefusedWith(work, 'declarationMissing')
    await seat(opened, meetingId, { agencyId: opened.housing, personName: 'Mordecai' })
    for (const [name, ask] of Object.entries(work)) expect({ [name]: (await ask()).ok }).toEqual({ [name]: true })
  })

  test('only somebody in the room can declare, and another person declares anew', async () => {
    const opened = await openVault()
    const meetingId = await schedule(opened)
    const seatOf = async () =>
      (await valueOf(opened.door.meetings.get({ meetingId }))).attendance.find(({ agencyId }) => agencyId === opened.police)
    await seat(opened, meetingId, { presence: 'apologies' })
    expect((await seatOf())?.declaredAt).toBeNull()
    await seat(opened, meetingId)
    const first = (await seatOf())?.declaredAt
    await new Promise((resolve) => setTimeout(resolve, 5))
    await seat(opened, meetingId)
    expect((await seatOf())?.declaredAt).toBe(first)
    await seat(opened, meetingId, { personName: 'Hortensia Whistlepip' })
    expect((await seatOf())?.declaredAt).not.toBe(first)
    await seat(opened, meetingId, { personName: 'Hortensia Whistlepip', hasDeclared: false })
    expect((await seatOf())?.declaredAt).toBeNull()
  })

  test('every agency is expected by its representative, core ones first', async () => {
    const opened = await openVault()
    const meetingId = await schedule(opened)
    const { attendance } = await valueOf(opened.door.meetings.get({ meetingId }))
    expect(attendance.map(({ agencyName, personName, presence, isCore }) => [agencyName, personName, presence, isCore])).toEqual([
      ['Housing Options', 'Mordecai Keyhole-Smythe', 'expected', true],
      ['Quill Valley Police', 'Desmond Truncheonby', 'expected', true],
      ['Quill Valley Health', '', 'expected', false],
    ])
  })
})

describe('going through the cases', () => {
  test('ending one turns to the next that is still to be heard, round to those passed over', async () => {
    const opened = await openVault()
    const { door } = opened
    for (const number of [1, 2, 3]) await refer(opened, number)
    const { meetingId, agenda } = await openedMeeting(opened)
    const [first, second, third] = agenda.map(({ listingId }) => listingId) as [ListingId, ListingId, ListingId]
    expect(await valueOf(door.listings.finish({ listingId: second, reason: 'the plan is settled elsewhere' }))).toEqual({
      nextListingId: third,
    })
    expect((await valueOf(door.meetings.get({ meetingId }))).currentListingId).toBe(third)
    expect(await valueOf(door.listings.defer({ listingId: third, reason: 'The referrer is ill' }))).toEqual({ nextListingId: first })
    expect(await refusalOf(door.meetings.close({ meetingId }))).toEqual({ code: 'casesNotHandled', references: [agenda[0]?.caseReference] })
    expect(await valueOf(door.listings.finish({ listingId: first, reason: 'the plan is settled elsewhere' }))).toEqual({
      nextListingId: null,
    })
    await valueOf(door.meetings.close({ meetingId }))
    expect(await valueOf(door.meetings.get({ meetingId }))).toMatchObject({
      state: 'closed',
      caseCount: 3,
      discussedCount: 2,
      currentListingId: null,
      candidates: [],
    })
  })

  test('putting off needs its reason', async () => {
    const opened = await openVault()
    await refer(opened, 1)
    const { agenda } = await openedMeeting(opened)
    expect(await refusalOf(opened.door.listings.defer({ listingId: only(agenda).listingId, reason: '  ' }))).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'reason', problem: 'required' }],
    })
  })

  test('a case that was put off can be taken up again, unless it is on the next agenda by now', async () => {
    const opened = await openVault()
    const { door } = opened
    const { caseId } = await refer(opened, 1)
    const { agenda } = await openedMeeting(opened)
    const { listingId } = only(agenda)
    const referral = async () => (await valueOf(door.cases.get({ id: caseId }))).referrals[0]?.state
    await valueOf(door.listings.defer({ listingId, reason: 'The referrer is ill' }))
    await valueOf(door.listings.reopen({ listingId }))
    expect(await referral()).toBe('listed')
    await valueOf(door.listings.defer({ listingId, reason: 'The referrer is ill' }))
    const next = await schedule(opened, december)
    await valueOf(door.meetings.fillAgenda({ meetingId: next }))
    expect(await refusalOf(door.listings.reopen({ listingId }))).toEqual({ code: 'changedMeanwhile', what: 'listing' })
    await valueOf(door.meetings.removeFromAgenda({ listingId: only(await agendaOf(opened, next)).listingId }))
    await valueOf(door.listings.reopen({ listingId }))
    expect(await referral()).toBe('listed')
  })

  test('time on a case only grows, whatever comes late', async () => {
    const opened = await openVault()
    const { door } = opened
    await refer(opened, 1)
    const { agenda } = await openedMeeting(opened)
    const { listingId } = only(agenda)
    for (const secondsSpent of [10, 25, 20]) await valueOf(door.listings.keepTime({ listingId, secondsSpent }))
    expect((await valueOf(door.listings.get({ listingId }))).secondsSpent).toBe(25)
  })

  test('what was said can be taken back while the meeting is open, and not after', async () => {
    const opened = await openVault()
    const { door, police } = opened
    await refer(opened, 1)
    const { meetingId, agenda } = await openedMeeting(opened)
    const { listingId } = only(agenda)
    const [fact, other] = [
      await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: 'Two calls' })),
      await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'opinion', text: 'It is getting worse' })),
    ]
    const risk = await valueOf(door.listings.addRisk({ listingId, text: 'Separation' }))
    await valueOf(door.listings.removeFact({ factId: fact }))
    expect(await valueOf(door.listings.get({ listingId }))).toMatchObject({
      facts: [{ id: other, basis: 'opinion', agencyName: 'Quill Valley Police' }],
      risks: [{ id: risk }],
    })
    await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
    await valueOf(door.meetings.close({ meetingId }))
    expect(await refusalOf(door.listings.removeFact({ factId: other }))).toEqual({ code: 'meetingClosed' })
    expect(await refusalOf(door.listings.removeRisk({ riskId: risk }))).toEqual({ code: 'meetingClosed' })
    expect(await valueOf(door.listings.get({ listingId }))).toMatchObject({ outcome: 'discussed', risks: [{ text: 'Separation' }] })
  })
})

/** The vault in a process of its own, by its operations; `kill` ends it as a power cut would. */
async function vaultInItsProcess(folder: string) {
  const child = realVault(folder)
  const waiting = new Map<number, (reply: VaultReply) => void>()
  child.on('message', (answer) => {
    const { id, ...reply } = answer as VaultAnswer
    waiting.get(id)?.(reply)
  })
  let last = 0
  const call = sealedVault(
    (request) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        child.postMessage({ id: last, request })
      }),
  )
  expect(await call('vault.unlock', { passphrase })).toEqual({ ok: true, value: null })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  return {
    door: doorOf({ run: async (name, input) => ({ reply: await call(name, input) }) }),
    kill: async () => {
      child.killHard()
      await gone
    },
  }
}

test('after a kill in the middle the meeting is exactly where it was, with what was being typed', async () => {
  const opened = await openVault()
  for (const number of [1, 2, 3]) await refer(opened, number, { childrenCount: number - 1 })
  const { meetingId, agenda } = await openedMeeting(opened)
  const [first, second] = agenda.map(({ listingId }) => listingId) as [ListingId, ListingId]
  opened.vault.close()

  const { door, kill } = await vaultInItsProcess(opened.folder)
  await valueOf(door.listings.turnTo({ listingId: first }))
  await valueOf(door.listings.keepTime({ listingId: first, secondsSpent: 432 }))
  await valueOf(door.listings.finish({ listingId: first, reason: 'the plan is settled elsewhere' }))
  await valueOf(door.listings.keepTime({ listingId: second, secondsSpent: 61 }))
  await valueOf(door.listings.addFact({ listingId: second, agencyId: opened.police, basis: 'fact', text: 'Two calls' }))
  await valueOf(door.listings.addRisk({ listingId: second, text: 'Separation' }))
  await valueOf(door.actions.record({ listingId: second, agencyId: opened.police, description: 'take the statement', dueOn: december }))
  await valueOf(door.drafts.save({ key: `action:${second}`, content: '{"line":"housing: change lo"}' }))
  const before = {
    meeting: await valueOf(door.meetings.get({ meetingId })),
    listing: await valueOf(door.listings.get({ listingId: second })),
  }
  expect(before).toMatchObject({
    meeting: { currentListingId: second },
    listing: { secondsSpent: 61, facts: [{ text: 'Two calls' }], actions: [{ status: 'agreed' }] },
  })
  await kill()

  const again = await reopen(opened.folder)
  const after = doorOf(again)
  expect({
    meeting: await valueOf(after.meetings.get({ meetingId })),
    listing: await valueOf(after.listings.get({ listingId: second })),
  }).toEqual(before)
  expect(await valueOf(after.drafts.get({ key: `action:${second}` }))).toBe('{"line":"housing: change lo"}')
  expect((await valueOf(after.home.thisMonth())).nextMeeting).toMatchObject({ id: meetingId, state: 'open' })
  await valueOf(after.listings.finish({ listingId: second, reason: 'the plan is settled elsewhere' }))
  again.close()
}, 20_000)

describe('drafts', () => {
  test('survive the lock, are replaced by newer ones, and go when they are done with', async () => {
    const { door, vault, folder } = await openVault()
    await valueOf(door.drafts.save({ key: 'referral:new', content: 'first' }))
    await valueOf(door.drafts.save({ key: 'referral:new', content: 'second' }))
    vault.close()
    const again = await reopen(folder)
    const after = doorOf(again)
    expect(await valueOf(after.drafts.get({ key: 'referral:new' }))).toBe('second')
    await valueOf(after.drafts.remove({ key: 'referral:new' }))
    expect(await valueOf(after.drafts.get({ key: 'referral:new' }))).toBeNull()
    again.close()
  })

  test('have keys that can carry no name', async () => {
    const { door } = await openVault()
    expect(await refusalOf(door.drafts.save({ key: 'referral:Ottilie Wafflemoggin', content: '' }))).toMatchObject({ code: 'invalidInput' })
  })
})
