import { type IsoDate, isoDate } from '#domain/dates.ts'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer, schedule } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

async function atMeeting(heldOn: IsoDate, said: Parameters<typeof refer>[2] = {}) {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId } = await refer(opened, 1, said)
  const asked = (day: string) =>
    valueOf(
      door.record.save({
        caseId,
        provenance: {},
        content: { kind: 'voice', on: isoDate(day), wasAsked: 'yes', knowsOfMeeting: 'yes' },
      }),
    )
  const hearing = async (on: IsoDate) => {
    const { meetingId, agenda } = await openedMeeting(opened, on)
    const { listingId } = only(agenda)
    await valueOf(door.listings.turnTo({ listingId }))
    return { meetingId, listingId }
  }
  const agree = (listingId: number, safety: object = { couldNotice: 'no' }) =>
    valueOf(
      door.actions.record({
        listingId,
        agencyId: police,
        description: 'serve the order at his work',
        dueOn: isoDate('2026-12-09'),
        isSafetyAction: true,
        safety,
      }),
    )
  return { ...opened, ...(await hearing(heldOn)), caseId, asked, hearing, agree }
}

test('a plan that was carried out a year ago, and what she said then, answer nothing of a further incident', async () => {
  const first = await atMeeting(isoDate('2025-11-05'), { receivedOn: isoDate('2025-10-05') })
  const { door, caseId, asked, hearing, agree } = first
  const id = await agree(first.listingId)
  await asked('2025-11-01')
  await valueOf(door.listings.finish({ listingId: first.listingId, reason: '' }))
  await valueOf(door.actions.changeStatus({ id, version: 1, status: 'complete', reason: '', goesAhead: false }))
  await valueOf(door.meetings.close({ meetingId: first.meetingId }))
  const further = { receivedOn: isoDate('2026-10-01'), incidentOn: isoDate('2026-09-30'), incidentKind: 'violence' } as const
  await refer(first, 1, further, caseId)
  const { listingId } = await hearing(isoDate('2026-11-05'))
  const findings = [{ kind: 'action' }, { kind: 'notAskedAnew' }, { kind: 'notToldAnew' }]
  expect((await valueOf(door.listings.get({ listingId }))).findings).toEqual(findings)
  expect(await refusalOf(door.listings.finish({ listingId, reason: '' }))).toEqual({ code: 'planNotSafe', findings })
  await asked('2026-10-20')
  await agree(listingId)
  await valueOf(door.listings.finish({ listingId, reason: '' }))
})

const towardsHim = { isTowardsHim: true, couldNotice: 'yes' } as const

test('what is agreed once a case was left takes it up again, so that its plan is checked anew', async () => {
  const { door, meetingId, listingId, agree } = await atMeeting(isoDate('2026-11-05'))
  const listing = () => valueOf(door.listings.get({ listingId }))
  await valueOf(door.listings.finish({ listingId, reason: 'The advocate sees her tomorrow' }))
  await agree(listingId, towardsHim)
  expect((await listing()).outcome).toBe('waiting')
  expect(await refusalOf(door.meetings.close({ meetingId }))).toMatchObject({ code: 'casesNotHandled' })
  expect(await refusalOf(door.listings.finish({ listingId, reason: '' }))).toMatchObject({
    code: 'planNotSafe',
    findings: expect.arrayContaining([{ kind: 'signOff', references: ['A-0001'] }]),
  })
})

test('a case that was put off and is on another agenda by now takes no more actions here', async () => {
  const { door, listingId, agree, caseId, ...opened } = await atMeeting(isoDate('2026-11-05'))
  await valueOf(door.listings.defer({ listingId, reason: 'The referrer is ill' }))
  const next = await schedule({ door, ...opened }, isoDate('2026-11-12'))
  await valueOf(door.meetings.addToAgenda({ meetingId: next, caseId, referralId: null }))
  await expect(agree(listingId)).rejects.toThrow('changedMeanwhile')
  expect((await valueOf(door.cases.get({ id: caseId }))).actions).toEqual([])
})

test('a case is put off with what was agreed already only once what that lacks was said, and the log says that it was', async () => {
  const { door, listingId, agree } = await atMeeting(isoDate('2026-11-05'))
  await agree(listingId, towardsHim)
  const findings = [
    { kind: 'signOff', references: ['A-0001'] },
    { kind: 'notToldFirst', references: ['A-0001'] },
    { kind: 'noSafetyFirst', references: ['A-0001'] },
  ]
  const put = { listingId, reason: 'The referrer is ill' }
  expect(await refusalOf(door.listings.defer(put))).toEqual({ code: 'planNotSafe', findings })
  await valueOf(door.listings.defer({ ...put, leavesPlanSo: true }))
  const { rows } = await valueOf(door.audit.list({}))
  expect(rows.find(({ operation, outcome }) => operation === 'listings.defer' && outcome === 'done')?.facts).toMatchObject({
    override: 'plan',
  })
})

test('a case is not left while nobody has said whether he could notice what the police do', async () => {
  const { door, listingId, asked, agree } = await atMeeting(isoDate('2026-11-05'))
  await asked('2026-11-01')
  const id = await agree(listingId, {})
  const findings = [{ kind: 'safetyUnsaid', references: ['A-0001'] }]
  expect((await valueOf(door.listings.get({ listingId }))).findings).toEqual(findings)
  expect(await refusalOf(door.listings.finish({ listingId, reason: '' }))).toEqual({ code: 'planNotSafe', findings })
  const action = only((await valueOf(door.listings.get({ listingId }))).actions)
  const { version, agencyId, description, dueOn, isSafetyAction, safety } = action
  await valueOf(
    door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, safety: { ...safety, couldNotice: 'no' } }),
  )
  await valueOf(door.listings.finish({ listingId, reason: '' }))
})
