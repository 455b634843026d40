import { isoDate } from '#domain/dates.ts'
import type { AgencyId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { openedMeeting, only, refer } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

test('an agency is kept with its people, representative first', async () => {
  const { door } = await openVault()
  const id = await valueOf(
    door.agencies.add({
      name: '  Lantern Advocates ',
      sector: 'advocate',
      isCore: true,
      email: 'lantern@example.org',
      phone: '01632 960014',
      people: [
        { name: 'Farida Lampwickle', role: 'deputy' },
        { name: 'Imelda Beaconsong', role: 'representative', email: 'imelda@example.org' },
      ],
    }),
  )
  const found = (await valueOf(door.agencies.list({}))).find((agency) => agency.id === id)
  expect(found).toMatchObject({ name: 'Lantern Advocates', sector: 'advocate', isCore: true, isArchived: false, phone: '01632 960014' })
  expect(found?.people.map(({ name, role, email }) => [name, role, email])).toEqual([
    ['Imelda Beaconsong', 'representative', 'imelda@example.org'],
    ['Farida Lampwickle', 'deputy', ''],
  ])
})

test('the same name in other letters is the same agency, on adding and on renaming', async () => {
  const { door, housing } = await openVault()
  expect(await refusalOf(door.agencies.add({ name: 'QUILL VALLEY police.', sector: 'police', isCore: false }))).toEqual({
    code: 'alreadyThere',
    what: 'agency',
    name: 'Quill Valley Police',
  })
  expect(
    await refusalOf(door.agencies.change({ id: housing, draft: { name: 'quill-valley-police', sector: 'housing', isCore: true } })),
  ).toMatchObject({ code: 'alreadyThere' })
  await valueOf(door.agencies.change({ id: housing, draft: { name: 'HOUSING OPTIONS', sector: 'housing', isCore: true } }))
})

test('people left out of a change are gone, those with their id are the same still', async () => {
  const { door, police } = await openVault()
  const before = only((await valueOf(door.agencies.list({}))).find(({ id }) => id === police)?.people ?? [])
  const draft = { name: 'Quill Valley Police', sector: 'police' as const, isCore: true }
  await valueOf(
    door.agencies.change({
      id: police,
      draft: {
        ...draft,
        people: [
          { id: before.id, name: 'Desmond Truncheonby-Smythe', role: 'deputy' },
          { name: 'Hortensia Whistlepip', role: 'representative' },
        ],
      },
    }),
  )
  const after = (await valueOf(door.agencies.list({}))).find(({ id }) => id === police)?.people ?? []
  expect(after.map(({ name }) => name)).toEqual(['Hortensia Whistlepip', 'Desmond Truncheonby-Smythe'])
  expect(after[1]?.id).toBe(before.id)
  await valueOf(door.agencies.change({ id: police, draft }))
  expect((await valueOf(door.agencies.list({}))).find(({ id }) => id === police)?.people).toEqual([])
})

test('a person of another agency cannot be taken over by naming their id', async () => {
  const { door, police, housing } = await openVault()
  const person = only((await valueOf(door.agencies.list({}))).find(({ id }) => id === housing)?.people ?? [])
  await valueOf(
    door.agencies.change({
      id: police,
      draft: {
        name: 'Quill Valley Police',
        sector: 'police',
        isCore: true,
        people: [{ id: person.id, name: 'Somebody Elsewick', role: 'deputy' }],
      },
    }),
  )
  expect((await valueOf(door.agencies.list({}))).find(({ id }) => id === housing)?.people).toEqual([person])
})

test('an agency with open promises cannot be put away; once they have ended it can, and comes back', async () => {
  const opened = await openVault()
  const { door, housing } = opened
  await refer(opened, 1)
  const { listingId } = only((await openedMeeting(opened)).agenda)
  const id = await valueOf(
    door.actions.record({ listingId, agencyId: housing, description: 'change the locks', dueOn: isoDate('2026-12-01') }),
  )
  expect(await refusalOf(door.agencies.archive({ id: housing, isArchived: true }))).toEqual({
    code: 'inUse',
    what: 'agency',
    by: 'action',
    count: 1,
  })
  await valueOf(door.actions.changeStatus({ id, version: 1, status: 'complete' }))
  await valueOf(door.agencies.archive({ id: housing, isArchived: true }))
  expect((await valueOf(door.agencies.list({}))).map((agency) => agency.id)).not.toContain(housing)
  expect((await valueOf(door.agencies.list({ includeArchived: true }))).find((agency) => agency.id === housing)?.isArchived).toBe(true)
  await valueOf(door.agencies.archive({ id: housing, isArchived: false }))
  expect((await valueOf(door.agencies.list({}))).map((agency) => agency.id)).toContain(housing)
})

test('no such agency', async () => {
  const { door } = await openVault()
  const nobody = 4711 as AgencyId
  expect(await refusalOf(door.agencies.change({ id: nobody, draft: { name: 'A', sector: 'other', isCore: false } }))).toEqual({
    code: 'notFound',
    what: 'agency',
  })
  expect(await refusalOf(door.agencies.archive({ id: nobody, isArchived: true }))).toEqual({ code: 'notFound', what: 'agency' })
})
