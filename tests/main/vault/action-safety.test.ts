import { isoDate } from '#domain/dates.ts'
import type { ActionRow } from '#domain/action.ts'
import type { ActionId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

async function withPlan() {
  const opened = await openVault()
  const { door, housing, police } = opened
  await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  const advocate = await valueOf(door.agencies.add({ name: 'Harbour Advocacy', sector: 'advocate', isCore: true }))
  const record = (agencyId: number, description: string, safety = {}) =>
    valueOf(door.actions.record({ listingId, agencyId, description, dueOn: isoDate('2026-12-14'), isSafetyAction: false, safety }))
  const locks = await record(housing, 'change the locks')
  const serve = await record(police, 'serve the order', { isTowardsHim: true, after: locks })
  const rowOf = async (id: ActionId): Promise<ActionRow> =>
    only((await valueOf(door.actions.list({ state: 'all', limit: 100 }))).rows.filter((row) => row.id === id))
  return { ...opened, meetingId, listingId, advocate, locks, serve, rowOf }
}

test('what could reach him is not set under way before an advocate has spoken and what comes first is complete', async () => {
  const { door, advocate, police, locks, serve, rowOf } = await withPlan()
  const begin = async () => door.actions.changeStatus({ id: serve, version: (await rowOf(serve)).version, status: 'inProgress' })
  expect(await refusalOf(begin())).toMatchObject({ code: 'actionMustWait', waitsFor: { kind: 'signOff' } })
  const { version } = await rowOf(serve)
  expect(await refusalOf(door.actions.signOff({ id: serve, version, agencyId: police, by: 'Desmond Truncheonby' }))).toMatchObject({
    code: 'invalidInput',
    fields: [{ path: 'agencyId', problem: 'notAllowed' }],
  })
  await valueOf(door.actions.signOff({ id: serve, version, agencyId: advocate, by: 'Ottoline Gavelwood' }))
  expect(await refusalOf(begin())).toMatchObject({ code: 'actionMustWait', waitsFor: { kind: 'action', reference: 'A-0001' } })
  await valueOf(door.actions.changeStatus({ id: locks, version: (await rowOf(locks)).version, status: 'complete' }))
  expect((await valueOf(begin())).status).toBe('inProgress')
})

test('set all the same it wants a reason, and its history says that it was to wait', async () => {
  const { door, serve, rowOf } = await withPlan()
  const { version } = await rowOf(serve)
  const ahead = { id: serve, version, status: 'complete', goesAhead: true } as const
  expect(await refusalOf(door.actions.changeStatus(ahead))).toEqual({ code: 'reasonRequired' })
  await valueOf(door.actions.changeStatus({ ...ahead, reason: 'It had been served before anybody asked' }))
  expect((await valueOf(door.actions.history({ id: serve }))).at(-1)).toMatchObject({ change: { kind: 'status', wentAhead: true } })
})

test('a change of the action voids the advocate’s word; who tells her first does not', async () => {
  const { door, advocate, serve, rowOf } = await withPlan()
  await valueOf(door.actions.signOff({ id: serve, version: (await rowOf(serve)).version, agencyId: advocate, by: 'Ottoline Gavelwood' }))
  const change = async (said: Partial<ActionRow>) => {
    const { id, version, agencyId, description, dueOn, isSafetyAction, safety } = { ...(await rowOf(serve)), ...said }
    return valueOf(door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, safety }))
  }
  const told = await change({ safety: { ...(await rowOf(serve)).safety, toldFirstBy: advocate } })
  expect(told.signOff).toMatchObject({ by: 'Ottoline Gavelwood' })
  const moved = await change({ description: 'serve the order at his work' })
  expect(moved.signOff).toBeNull()
  expect((await valueOf(door.actions.history({ id: serve }))).map(({ change: { kind } }) => kind)).toEqual([
    'created',
    'signedOff',
    'edited',
    'edited',
    'signOffVoid',
  ])
})

test('the advocate’s word is void once nobody tells her first any more, and stays where another does', async () => {
  const { door, police, advocate, serve, rowOf } = await withPlan()
  const toldBy = async (toldFirstBy: ActionRow['safety']['toldFirstBy']) => {
    const { id, version, agencyId, description, dueOn, isSafetyAction, safety } = await rowOf(serve)
    return valueOf(door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, safety: { ...safety, toldFirstBy } }))
  }
  await toldBy(police)
  await valueOf(door.actions.signOff({ id: serve, version: (await rowOf(serve)).version, agencyId: advocate, by: 'Ottoline Gavelwood' }))
  expect((await toldBy(advocate)).signOff).toMatchObject({ by: 'Ottoline Gavelwood' })
  expect((await toldBy(null)).signOff).toBeNull()
  expect((await valueOf(door.actions.history({ id: serve }))).at(-1)?.change).toEqual({ kind: 'signOffVoid' })
})

test('it does not go out to the agency until then, and says what comes before it', async () => {
  const { vault, door, advocate, police, meetingId, listingId, serve, rowOf } = await withPlan()
  await valueOf(door.listings.finish({ listingId, reason: 'The advocate calls back tomorrow' }))
  await valueOf(door.meetings.close({ meetingId }))
  const preview = () => valueOf(door.sharing.preview({ meetingId, agencyId: police }))
  expect(await preview()).toMatchObject({ rows: [], held: [{ actionReference: 'A-0002' }] })
  expect(await refusalOf(door.sharing.save({ meetingId, agencyIds: [police] }))).toEqual({ code: 'nothingToShare' })
  await valueOf(door.actions.signOff({ id: serve, version: (await rowOf(serve)).version, agencyId: advocate, by: 'Ottoline Gavelwood' }))
  expect(await preview()).toMatchObject({ rows: [{ outgoing: 'serve the order (only after A-0001 is done)' }], held: [] })

  const { reply } = await vault.run('sharing.save', { meetingId, agencyIds: [police] })
  expect(reply.ok).toBe(true)
  const { id, version, agencyId, dueOn, isSafetyAction, safety } = await rowOf(serve)
  await valueOf(door.actions.change({ id, version, agencyId, description: 'serve it at his work', dueOn, isSafetyAction, safety }))
  expect(await preview()).toMatchObject({
    rows: [{ outgoing: 'serve it at his work (on hold: do not carry it out until a new list says so)' }],
    held: [],
  })
  const shares = await valueOf(door.sharing.overview({ meetingId }))
  expect(shares.find((share) => share.agencyId === police)?.lastList?.isOutdated).toBe(true)
})

test('an action cannot be put after itself, after one of another case, or after one that waits for it', async () => {
  const { door, locks, serve, rowOf } = await withPlan()
  const after = async (id: ActionId, before: number) => {
    const { version, agencyId, description, dueOn, isSafetyAction, safety } = await rowOf(id)
    return door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, safety: { ...safety, after: before } })
  }
  for (const wrong of [locks, serve])
    expect(await refusalOf(after(locks, wrong))).toMatchObject({ code: 'invalidInput', fields: [{ path: 'safety.after' }] })
  expect(await refusalOf(after(locks, 4711))).toEqual({ code: 'notFound', what: 'action' })
})
