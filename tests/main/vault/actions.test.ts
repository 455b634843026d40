import { type ActionEvent, type ActionRow, type ActionStatus, actionStatuses, needsReason, nextStatuses } from '#domain/action.ts'
import { isoDate } from '#domain/dates.ts'
import type { ActionId } from '#domain/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const december = isoDate('2026-12-10')

async function withMeeting() {
  const opened = await openVault()
  await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  const record = (said: Partial<Parameters<OpenVault['door']['actions']['record']>[0]> = {}) =>
    opened.door.actions.record({ listingId, agencyId: opened.housing, description: 'change the locks', dueOn: december, ...said })
  return { ...opened, opened, meetingId, listingId, record }
}

/** What an action's history says its status is: the last status that any entry gives. */
function replayed(events: readonly ActionEvent[]): ActionStatus | null {
  return events.reduce<ActionStatus | null>((status, { change }) => {
    if (change.kind === 'created') return change.status
    if (change.kind !== 'status') return status
    expect(change.from).toBe(status)
    return change.to
  }, null)
}

async function rowOf({ door }: OpenVault, id: ActionId): Promise<ActionRow> {
  const { rows } = await valueOf(door.actions.list({ state: 'all', limit: 500 }))
  return only(rows.filter((row) => row.id === id))
}

describe('recording', () => {
  test('what is agreed at the table stands as agreed, with its reference and its first entry', async () => {
    const { opened, record, listingId } = await withMeeting()
    const first = await valueOf(record({ isSafetyAction: true }))
    const second = await valueOf(record({ description: '  tell her first  ' }))
    expect(await rowOf(opened, first)).toMatchObject({
      reference: 'A-0001',
      status: 'agreed',
      isSafetyAction: true,
      version: 1,
      agencyName: 'Housing Options',
      caseReference: 'HR-2026-0001',
      meetingOn: '2026-11-05',
    })
    expect(await rowOf(opened, second)).toMatchObject({ reference: 'A-0002', description: 'tell her first', isSafetyAction: false })
    expect(await valueOf(opened.door.actions.history({ id: first }))).toMatchObject([
      { change: { kind: 'created', status: 'agreed' }, source: 'meeting', actor: 'Petra Quillpusher', reason: '' },
    ])
    expect((await valueOf(opened.door.listings.get({ listingId }))).actions).toHaveLength(2)
  })

  test('is refused outside an open meeting, for nobody, and without words or day', async () => {
    const { door, record, meetingId, listingId } = await withMeeting()
    expect(await refusalOf(record({ agencyId: 4711 }))).toEqual({ code: 'notFound', what: 'agency' })
    expect(await refusalOf(record({ listingId: 4711 }))).toEqual({ code: 'notFound', what: 'listing' })
    expect(await refusalOf(record({ description: ' ' }))).toMatchObject({ fields: [{ path: 'description', problem: 'required' }] })
    expect(await refusalOf(record({ dueOn: '2026-13-01' }))).toMatchObject({ fields: [{ path: 'dueOn', problem: 'date' }] })
    await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
    await valueOf(door.meetings.close({ meetingId }))
    expect(await refusalOf(record())).toEqual({ code: 'meetingClosed' })
  })
})

test('every chain of changes follows the table of statuses, asks for its reasons, and is wholly in the history', async () => {
  const { opened, door, record } = await withMeeting()
  const step = fc.record({ to: fc.constantFrom(...actionStatuses), reason: fc.constantFrom('', '', 'Circumstances changed', '   ') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const id = await valueOf(record())
      let status: ActionStatus = 'agreed'
      let version = 1
      for (const { to, reason } of steps) {
        const result = await door.actions.changeStatus({ id, version, status: to, reason })
        if (!nextStatuses(status).includes(to)) {
          expect(result).toEqual({ ok: false, refusal: { code: 'statusNotAllowed', from: status, to } })
        } else if (needsReason(status, to) && reason.trim() === '') {
          expect(result).toEqual({ ok: false, refusal: { code: 'reasonRequired' } })
        } else {
          expect(result).toMatchObject({ ok: true, value: { status: to, version: version + 1 } })
          status = to
          version += 1
        }
      }
      const events = await valueOf(door.actions.history({ id }))
      expect(replayed(events)).toBe(status)
      expect(events).toHaveLength(version)
      expect(await rowOf(opened, id)).toMatchObject({ status, version })
    }),
    { numRuns: 40 },
  )
})

test('of two who changed the same version, the second is told and nothing of theirs is stored', async () => {
  const { opened, door, record } = await withMeeting()
  const id = await valueOf(record())
  await valueOf(door.actions.changeStatus({ id, version: 1, status: 'inProgress' }))
  const late = { code: 'changedMeanwhile', what: 'action' }
  expect(await refusalOf(door.actions.changeStatus({ id, version: 1, status: 'complete' }))).toEqual(late)
  const { agencyId, description, dueOn, isSafetyAction } = await rowOf(opened, id)
  expect(await refusalOf(door.actions.change({ id, version: 1, agencyId, description: 'other words', dueOn, isSafetyAction }))).toEqual(
    late,
  )
  expect(await refusalOf(door.actions.change({ id, version: 1, agencyId, description, dueOn, isSafetyAction }))).toEqual(late)
  expect(await rowOf(opened, id)).toMatchObject({ status: 'inProgress', description: 'change the locks', version: 2 })
  expect(await valueOf(door.actions.history({ id }))).toHaveLength(2)
})

test('a correction says which fields it changed and why; one that changes nothing leaves no trace', async () => {
  const { opened, door, record, police } = await withMeeting()
  const id = await valueOf(record())
  const same = { id, version: 1, agencyId: opened.housing, description: 'change the locks', dueOn: december, isSafetyAction: false }
  expect(await valueOf(door.actions.change(same))).toMatchObject({ version: 1 })
  expect(
    await valueOf(door.actions.change({ ...same, agencyId: police, dueOn: isoDate('2026-12-12'), reason: 'Agreed by phone' })),
  ).toMatchObject({ version: 2, agencyName: 'Quill Valley Police' })
  expect(
    await valueOf(
      door.actions.change({
        ...same,
        version: 2,
        agencyId: police,
        dueOn: isoDate('2026-12-12'),
        description: 'change both locks',
        isSafetyAction: true,
      }),
    ),
  ).toMatchObject({ version: 3 })
  expect((await valueOf(door.actions.history({ id }))).slice(1)).toMatchObject([
    { change: { kind: 'edited', fields: ['agency', 'dueOn'] }, reason: 'Agreed by phone', source: 'coordinator' },
    { change: { kind: 'edited', fields: ['description', 'safety'] }, reason: '' },
  ])
})

test('saved filters come back as they were saved, and the same name replaces', async () => {
  const { door } = await openVault()
  const id = await valueOf(door.actions.saveFilter({ name: 'Late housing', filter: { state: 'overdue', search: 'locks' } }))
  expect(
    await valueOf(door.actions.saveFilter({ name: 'Late housing', filter: { statuses: ['agreed', 'inProgress'], sort: 'agency' } })),
  ).toBe(id)
  expect(only(await valueOf(door.actions.savedFilters()))).toMatchObject({
    id,
    name: 'Late housing',
    filter: { state: 'open', search: '', statuses: ['agreed', 'inProgress'], sort: 'agency' },
  })
  await valueOf(door.actions.removeFilter({ id }))
  expect(await valueOf(door.actions.savedFilters())).toEqual([])
})

test('no such action', async () => {
  const { door } = await openVault()
  const id = 4711 as ActionId
  const missing = { code: 'notFound', what: 'action' }
  expect(await refusalOf(door.actions.history({ id }))).toEqual(missing)
  expect(await refusalOf(door.actions.changeStatus({ id, version: 1, status: 'complete' }))).toEqual(missing)
})
