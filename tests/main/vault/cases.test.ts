import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { slotsOf } from '#domain/risk/definition.ts'
import { riskDefinitions } from '#domain/risk/definitions.ts'
import { expect, test } from 'vitest'
import { openedMeeting, only, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

async function changeOf({ door }: OpenVault, id: CaseId) {
  const { victim, perpetrator, relationship, childrenCount, children, safeContact, version } = await valueOf(door.cases.get({ id }))
  return { id, version, victim, perpetrator, relationship, childrenCount, children: [...children], safeContact }
}

test('a case is corrected whole: people, children, safe contact', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const change = await changeOf(opened, caseId)
  await valueOf(
    opened.door.cases.change({
      ...change,
      victim: { name: 'Ottilie Quibblestrop', address: '9 Endless Staircase', phone: '07700 900123', dateOfBirth: isoDate('1991-02-03') },
      relationship: 'Ex-husband',
      children: [{ name: 'Isadora' }, { name: 'Florian', school: 'Nibbleton Primary' }],
      safeContact: { kind: 'onlyThrough', who: 'Lantern Advocates' },
    }),
  )
  expect(await valueOf(opened.door.cases.get({ id: caseId }))).toMatchObject({
    victim: { name: 'Ottilie Quibblestrop', address: '9 Endless Staircase' },
    childrenCount: 2,
    children: [{ name: 'Isadora' }, { name: 'Florian' }],
    safeContact: { kind: 'onlyThrough', who: 'Lantern Advocates' },
    version: change.version + 1,
  })
  expect((await valueOf(opened.door.cases.list({ search: 'quibblestrop' }))).total).toBe(1)
  expect((await valueOf(opened.door.cases.list({ search: 'wafflemoggin' }))).total).toBe(0)
})

test('of two who saved the same version, the second is told, and nothing of theirs is stored', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const change = await changeOf(opened, caseId)
  await valueOf(opened.door.cases.change({ ...change, relationship: 'first' }))
  expect(await refusalOf(opened.door.cases.change({ ...change, relationship: 'second', victim: { name: 'Somebody Elsewick' } }))).toEqual({
    code: 'changedMeanwhile',
    what: 'case',
  })
  expect(await valueOf(opened.door.cases.get({ id: caseId }))).toMatchObject({ relationship: 'first', victim: change.victim })
})

test('a referral that came in between is a change as well', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const change = await changeOf(opened, caseId)
  await refer(opened, 1, { childrenCount: 2 }, caseId)
  expect(await refusalOf(opened.door.cases.change(change))).toMatchObject({ code: 'changedMeanwhile' })
})

test('fewer children than are named are not taken for true', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  await valueOf(
    opened.door.cases.change({ ...(await changeOf(opened, caseId)), childrenCount: 1, children: [{ name: 'A' }, { name: 'B' }] }),
  )
  expect((await valueOf(opened.door.cases.get({ id: caseId }))).childrenCount).toBe(2)
})

test('where a case stands follows from what happened with it', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId } = await refer(opened, 1)
  const state = async () => (await valueOf(door.cases.get({ id: caseId }))).state
  expect(await state()).toBe('waiting')
  const { meetingId, agenda } = await openedMeeting(opened)
  expect(await state()).toBe('listed')
  const { listingId } = only(agenda)
  await valueOf(
    door.actions.record({ listingId, agencyId: police, description: 'put a marker on the address', dueOn: isoDate('2026-11-06') }),
  )
  await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(door.meetings.close({ meetingId }))
  expect(await state()).toBe('monitoring')
  const row = only((await valueOf(door.cases.list({}))).rows)
  expect(row).toMatchObject({
    state: 'monitoring',
    openActions: 1,
    lastDiscussedOn: '2026-11-05',
    nextMeetingOn: null,
    sourceAgencyName: 'Quill Valley Police',
  })
  await refer(opened, 1, { receivedOn: isoDate('2026-11-20') }, caseId)
  expect(only((await valueOf(door.cases.list({ repeatsOnly: true }))).rows)).toMatchObject({ state: 'waiting', isRepeat: true })
})

test('the table says the next risk date of a case, however far off, and none that has passed or was dropped', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  await refer(opened, 2)
  const save = (content: Parameters<typeof door.record.save>[0]['content']) =>
    valueOf(door.record.save({ caseId, content, provenance: {} }))
  await save({ kind: 'chainLink', link: 'release', state: 'planned', on: isoDate('2029-03-01') })
  await save({ kind: 'chainLink', link: 'hearing', state: 'dropped', on: isoDate('2028-01-01') })
  await save({ kind: 'chainLink', link: 'bail', state: 'done', on: isoDate('2020-01-01') })
  const nextDates = async () =>
    (await valueOf(door.cases.list({ sort: 'reference', direction: 'ascending' }))).rows.map((row) => row.nextRiskDate)
  expect(await nextDates()).toEqual([{ kind: 'release', on: '2029-03-01' }, null])
  await save({ kind: 'measure', measure: 'bail', state: 'inForce', until: isoDate('2028-12-31') })
  expect(await nextDates()).toEqual([{ kind: 'measureEnds', on: '2028-12-31' }, null])
})

test('a LAP that its first items screen in is high in the tables, whatever its number, and so is what judgement raised', async () => {
  const opened = await openVault()
  const { door } = opened
  const keys = slotsOf(riskDefinitions.lap[0]).map(({ key }) => key)
  const [lap, low, raised] = [await refer(opened, 1), await refer(opened, 2), await refer(opened, 3)]
  const assess = (caseId: CaseId, answers: Record<string, 'yes' | 'no'>, judgement: { level: 'high'; reason: string } | null = null) => {
    const { version } = riskDefinitions.lap[0]
    const all = Object.fromEntries(keys.map((key) => [key, answers[key] ?? 'no']))
    const content = {
      kind: 'assessment',
      tool: 'lap',
      toolVersion: version,
      completedOn: isoDate('2026-10-06'),
      result: { kind: 'answers', answers: all },
      judgement,
    } as const
    return valueOf(door.record.save({ caseId, content, provenance: {} }))
  }
  await assess(lap.caseId, { [keys[0] ?? '']: 'yes' })
  await assess(low.caseId, { [keys[4] ?? '']: 'yes' })
  await assess(raised.caseId, {}, { level: 'high', reason: 'the officer believes that she is in danger' })
  const rows = (await valueOf(door.cases.list({ sort: 'reference', direction: 'ascending' }))).rows
  expect(rows.map(({ risk, isHigh }) => [risk?.score, isHigh])).toEqual([
    [1, true],
    [1, false],
    [0, true],
  ])
  const { agenda } = await openedMeeting(opened)
  expect(agenda.filter(({ isHigh }) => isHigh)).toHaveLength(2)
})

test('the table filters by state and children, and sorts both ways', async () => {
  const opened = await openVault()
  for (const number of [1, 2, 3, 4])
    await refer(opened, number, {
      childrenCount: number % 2,
      risk: { tool: 'dash', score: 10 + number },
      receivedOn: isoDate(`2026-10-0${5 - number}`),
    })
  const ids = async (filter: Parameters<OpenVault['door']['cases']['list']>[0]) =>
    (await valueOf(opened.door.cases.list(filter))).rows.map(({ reference }) => Number(reference.slice(-1)))
  expect(await ids({})).toEqual([4, 3, 2, 1])
  expect(await ids({ sort: 'receivedOn', direction: 'ascending' })).toEqual([4, 3, 2, 1])
  expect(await ids({ sort: 'riskScore', direction: 'ascending' })).toEqual([1, 2, 3, 4])
  expect(await ids({ withChildrenOnly: true })).toEqual([3, 1])
  expect(await ids({ state: 'waiting', limit: 2, offset: 1 })).toEqual([3, 2])
  expect(await ids({ state: 'closed' })).toEqual([])
  expect(await ids({ search: 'HR-2026-0002' })).toEqual([2])
})

test('no such case', async () => {
  const { door } = await openVault()
  expect(await refusalOf(door.cases.get({ id: 4711 }))).toEqual({ code: 'notFound', what: 'case' })
})
