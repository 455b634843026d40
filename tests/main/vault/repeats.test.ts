import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { Incident } from '#domain/record/incident.ts'
import { describe, expect, test } from 'vitest'
import { asDeputy, caseToHide } from '../../support/hidden-case.ts'
import { importRows, perpetrator, plain, victim } from '../../support/import-rows.ts'
import { agendaOf, only, openedMeeting, refer, type ReferralSaid, schedule } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, valueOf } from '../../support/open-vault.ts'

const of30May = { incidentOn: isoDate('2026-05-30'), incidentKind: 'violence' } as const

/** How the case stands everywhere that says so: its page, the table of cases, and each of its referrals by the day it came in. */
async function standing({ door }: OpenVault, caseId: CaseId) {
  const page = await valueOf(door.cases.get({ id: caseId }))
  const row = (await valueOf(door.cases.list({}))).rows.find(({ id }) => id === caseId)
  return {
    page: page.repeat.kind,
    isInTable: row?.isRepeat,
    referrals: page.referrals.toReversed().map(({ receivedOn, criteria }) => `${receivedOn} ${criteria.repeat ? 'repeat' : 'new'}`),
  }
}

function record({ door }: OpenVault, caseId: CaseId, said: Partial<Incident>, isPrivileged = false) {
  const content = { kind: 'incident' as const, incident: 'violence' as const, on: isoDate('2026-08-01'), ...said }
  return valueOf(door.record.save({ caseId, provenance: { isPrivileged }, content }))
}

/** The people of two cases of one pair, entered twice, found to be the same. */
async function merge({ door }: OpenVault, keptCase: CaseId, goneCase: CaseId) {
  const [kept, gone] = [await valueOf(door.people.ofCase({ caseId: keptCase })), await valueOf(door.people.ofCase({ caseId: goneCase }))]
  for (const role of ['victim', 'perpetrator'] as const) {
    const [one, other] = [kept[role].person, gone[role].person]
    await valueOf(door.people.merge({ keptId: one.id, keptVersion: one.version, goneId: other.id, goneVersion: other.version }))
  }
}

async function twoOfOnePair() {
  const opened = await openVault()
  const june = await refer(opened, 1, { receivedOn: isoDate('2026-06-01') })
  const september = await refer(opened, 2, { receivedOn: isoDate('2026-09-01'), incidentKind: 'violence' })
  return { opened, june: june.caseId, september: september.caseId }
}

describe('one incident', () => {
  test('is no repeat when a second and a third agency tell of it, and stands in the record once', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1, { receivedOn: isoDate('2026-06-01'), ...of30May })
    const sameDay = await refer(opened, 1, { receivedOn: isoDate('2026-06-01'), sourceAgencyId: opened.health, ...of30May }, caseId)
    const later = await refer(opened, 1, { receivedOn: isoDate('2026-06-03'), sourceAgencyId: opened.housing, ...of30May }, caseId)
    expect([sameDay.repeat.kind, later.repeat.kind]).toEqual(['sameIncident', 'sameIncident'])
    expect(await standing(opened, caseId)).toEqual({
      page: 'sameIncident',
      isInTable: false,
      referrals: ['2026-06-01 new', '2026-06-01 new', '2026-06-03 new'],
    })
    const { entries } = await valueOf(opened.door.record.of({ caseId }))
    expect(entries.filter(({ content }) => content.kind === 'incident')).toHaveLength(1)
  })

  test('makes a repeat when any agency identified it in time, however late the referral, and only while it is in the record', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1, { receivedOn: isoDate('2025-09-01') })
    const entryId = await record(opened, caseId, { identifiedOn: isoDate('2026-08-02'), identifiedBy: opened.health })
    const late = await refer(opened, 1, { receivedOn: isoDate('2026-09-15') }, caseId)
    expect(late.repeat).toMatchObject({ kind: 'repeat', lastOn: '2025-09-01', identifiedOn: '2026-08-02' })
    expect(await standing(opened, caseId)).toMatchObject({ page: 'repeat', isInTable: true })
    await valueOf(opened.door.record.remove({ caseId, id: entryId, version: 1 }))
    expect(await standing(opened, caseId)).toMatchObject({ page: 'newAfterLapse', isInTable: false })
    await valueOf(opened.door.record.undo({ caseId }))
    expect(await standing(opened, caseId)).toMatchObject({ page: 'repeat', isInTable: true })
  })

  test('that is privileged makes no repeat: that a case is one is said in the room', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1, { receivedOn: isoDate('2025-09-01') })
    await record(opened, caseId, { identifiedOn: isoDate('2026-08-02') }, true)
    expect((await refer(opened, 1, { receivedOn: isoDate('2026-09-15') }, caseId)).repeat.kind).toBe('newAfterLapse')
  })
})

describe('two cases of one pair', () => {
  test('are judged as one once their people are merged, offer to be linked as one pair, and come apart again', async () => {
    const { opened, june, september } = await twoOfOnePair()
    expect(await standing(opened, september)).toMatchObject({ page: 'first', isInTable: false })
    await merge(opened, june, september)
    expect(await standing(opened, september)).toMatchObject({ page: 'repeat', isInTable: true })
    expect(await standing(opened, june)).toMatchObject({ page: 'first', isInTable: false })
    expect((await valueOf(opened.door.links.of({ caseId: september }))).suggestions).toMatchObject([{ kind: 'samePair' }])
    const further = await refer(opened, 2, { receivedOn: isoDate('2026-10-01') }, september)
    expect(further.repeat).toMatchObject({ kind: 'repeat', lastOn: '2026-09-01' })
    const back = await refer(opened, 1, { receivedOn: isoDate('2026-10-08') }, june)
    expect(back.repeat).toMatchObject({ kind: 'repeat', lastOn: '2026-10-01' })
  })

  test('come apart with a merge that is taken back', async () => {
    const { opened, june, september } = await twoOfOnePair()
    await merge(opened, june, september)
    const [last] = await valueOf(opened.door.people.merges())
    await valueOf(opened.door.people.unmerge({ mergeId: last?.id ?? 0 }))
    expect(await standing(opened, september)).toMatchObject({ page: 'first', isInTable: false, referrals: ['2026-09-01 new'] })
  })

  test('of another perpetrator stay two', async () => {
    const { opened, june, september } = await twoOfOnePair()
    const [kept, gone] = [
      await valueOf(opened.door.people.ofCase({ caseId: june })),
      await valueOf(opened.door.people.ofCase({ caseId: september })),
    ]
    const [one, other] = [kept.victim.person, gone.victim.person]
    await valueOf(opened.door.people.merge({ keptId: one.id, keptVersion: one.version, goneId: other.id, goneVersion: other.version }))
    expect(await standing(opened, september)).toMatchObject({ page: 'first', isInTable: false })
    expect((await valueOf(opened.door.links.of({ caseId: september }))).suggestions).toMatchObject([{ kind: 'sameVictim' }])
  })
})

describe('a referral is judged anew', () => {
  const september: ReferralSaid = { receivedOn: isoDate('2026-09-01'), incidentKind: 'violence' }
  const may: ReferralSaid = { receivedOn: isoDate('2026-05-01') }

  test('when an older one comes in after it, on the agenda too', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1, september)
    const meetingId = await schedule(opened)
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    expect(only(await agendaOf(opened, meetingId)).listingType).toBe('new')
    await refer(opened, 1, may, caseId)
    expect(await standing(opened, caseId)).toEqual({ page: 'repeat', isInTable: true, referrals: ['2026-05-01 new', '2026-09-01 repeat'] })
    expect(only(await agendaOf(opened, meetingId)).listingType).toBe('repeat')
  })

  test('when the one before it is sent back, and when that is taken up again', async () => {
    const opened = await openVault()
    const { caseId, referralId } = await refer(opened, 1, may)
    await refer(opened, 1, september, caseId)
    await valueOf(opened.door.referrals.turnDown({ id: referralId, state: 'returned', reason: 'No name of hers' }))
    expect(await standing(opened, caseId)).toMatchObject({ page: 'first', isInTable: false })
    await valueOf(opened.door.referrals.takeUpAgain({ id: referralId }))
    expect(await standing(opened, caseId)).toMatchObject({ page: 'repeat', isInTable: true })
  })

  test('but what its referrer said of it stays said', async () => {
    const opened = await openVault()
    const { caseId, referralId } = await refer(opened, 1, may)
    await refer(opened, 1, { ...september, criteria: { repeat: true } }, caseId)
    await valueOf(opened.door.referrals.turnDown({ id: referralId, state: 'returned', reason: 'No name of hers' }))
    expect(await standing(opened, caseId)).toMatchObject({ page: 'first', isInTable: true })
  })

  test('when the import that brought the one before it is undone', async () => {
    const opened = await openVault()
    const pair = { victim: { name: victim, dateOfBirth: isoDate('1990-02-01') }, perpetrator: { name: perpetrator } }
    const { caseId } = await refer(opened, 1, { ...pair, receivedOn: isoDate('2026-11-10') })
    const { importId } = await importRows(opened, [{ ...plain, Received: '01/09/2026' }])
    expect((await standing(opened, caseId)).referrals).toHaveLength(2)
    expect(await standing(opened, caseId)).toMatchObject({ page: 'repeat', isInTable: true })
    await valueOf(opened.door.imports.undo({ id: importId, keepsChanged: false }))
    expect(await standing(opened, caseId)).toEqual({ page: 'first', isInTable: false, referrals: ['2026-11-10 new'] })
  })

  test('when the team sets another rule, and not when it sets anything else', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1, may)
    await refer(opened, 1, september, caseId)
    const settings = await valueOf(opened.door.settings.get())
    if (settings === null) throw new Error('no team yet')
    const kindUnder = async (change: Partial<typeof settings>) => {
      await valueOf(opened.door.settings.save({ ...settings, ...change }))
      return standing(opened, caseId)
    }
    expect(await kindUnder({ repeatMonths: 3 })).toMatchObject({ page: 'newAfterLapse', isInTable: false })
    expect(await kindUnder({ repeatMonths: 4 })).toMatchObject({ page: 'repeat', isInTable: true })
    expect(await kindUnder({ repeatAnchor: 'lastMeeting' })).toMatchObject({ page: 'neverHeard', isInTable: false })
    expect(await kindUnder({ teamName: 'Another name' })).toMatchObject({ page: 'repeat', isInTable: true })
  })

  test('when a meeting that counts hears the pair after it came in, dated before', async () => {
    const opened = await openVault()
    const settings = await valueOf(opened.door.settings.get())
    if (settings === null) throw new Error('no team yet')
    await valueOf(opened.door.settings.save({ ...settings, repeatAnchor: 'lastMeeting' }))
    const { caseId } = await refer(opened, 1, may)
    const { agenda } = await openedMeeting(opened, isoDate('2026-06-04'))
    await refer(opened, 1, september, caseId)
    expect(await standing(opened, caseId)).toMatchObject({ page: 'neverHeard', isInTable: false })
    const { listingId } = only(agenda)
    await valueOf(opened.door.listings.turnTo({ listingId }))
    await valueOf(opened.door.listings.finish({ listingId, reason: 'Agreed by phone' }))
    expect((await standing(opened, caseId)).isInTable).toBe((await standing(opened, caseId)).page === 'repeat')
  })
})

test('what a pair has behind it in a hidden case counts for what is stored, and is not told to whom it is hidden from', async () => {
  const made = await caseToHide()
  const { door } = made.opened
  const settings = await valueOf(door.settings.get())
  if (settings === null) throw new Error('no team yet')
  await valueOf(door.settings.save({ ...settings, repeatMonths: 1 }))
  await merge(made.opened, made.openCaseId, made.caseId)
  await refer(made.opened, 2, { receivedOn: isoDate('2026-10-28') }, made.caseId)
  await valueOf(door.restrictions.set({ caseId: made.caseId, reason: 'A cousin', agencyIds: [], slotIds: [made.deputySlot] }))
  made.opened.vault.close()

  const deputy = await asDeputy(made.opened.folder)
  const asSeen = { ...made.opened, ...deputy }
  const further = await refer(asSeen, 1, { receivedOn: isoDate('2026-11-10') }, made.openCaseId)
  expect(further.repeat).toMatchObject({ kind: 'newAfterLapse', lastOn: '2026-10-05' })
  expect(await standing(asSeen, made.openCaseId)).toMatchObject({ page: 'newAfterLapse', isInTable: true })
  const { pairHistory } = await valueOf(deputy.door.cases.get({ id: made.openCaseId }))
  expect(pairHistory.referrals.map(({ receivedOn }) => receivedOn)).toEqual(['2026-10-05', '2026-11-10'])
  deputy.vault.close()
})
