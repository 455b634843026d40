import { isoDate } from '#domain/dates.ts'
import type { NeedDomain } from '#domain/record/need.ts'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

async function inMeeting() {
  const opened = await openVault()
  await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId, caseId } = only(agenda)
  const { door, housing } = opened
  const listing = () => valueOf(door.listings.get({ listingId }))
  const save = (content: Parameters<typeof door.record.save>[0]['content'], isPrivileged = false) =>
    valueOf(door.record.save({ caseId, content, provenance: { isPrivileged } }))
  const agree = (needs: NeedDomain[] = []) =>
    valueOf(
      door.actions.record({
        listingId,
        agencyId: housing,
        description: 'find a flat',
        dueOn: isoDate('2026-12-14'),
        isSafetyAction: true,
        needs,
      }),
    )
  const needOf = async (domain: NeedDomain) =>
    (await valueOf(door.record.of({ caseId }))).entries
      .map(({ content }) => content)
      .find((content) => content.kind === 'need' && content.domain === domain)
  return { ...opened, meetingId, listingId, caseId, listing, save, agree, needOf }
}

test('the meeting is told her voice and the chain, and neither her code word nor what was said in confidence', async () => {
  const { door, listingId, listing, save, housing } = await inMeeting()
  await save({ kind: 'voice', on: isoDate('2026-10-20'), wasAsked: 'yes', wants: 'stay in the home', codeWord: 'marmalade' })
  await save({ kind: 'chainLink', link: 'orderServed', state: 'broken', heldBy: housing })
  await save({ kind: 'note', on: isoDate('2026-10-20'), text: 'a note of the team' })
  const told = await listing()
  expect(told.voice).toMatchObject({ wants: 'stay in the home' })
  expect(told.chain.links).toMatchObject([{ link: 'orderServed', standing: 'broken', heldBy: housing }])
  expect(JSON.stringify(told)).not.toMatch(/marmalade|a note of the team/)
  const confided = { wants: 'leave on Friday', toldBy: 'her sister', toldHow: 'at the nursery' }
  await save({ kind: 'voice', on: isoDate('2026-10-21'), wasAsked: 'yes', knowsOfMeeting: 'yes', ...confided }, true)
  await save({ kind: 'need', domain: 'immigration', state: 'open', note: 'her papers' }, true)
  await save({ kind: 'need', domain: 'housing', state: 'open' })
  const later = await listing()
  for (const words of [...Object.values(confided), 'immigration', 'her papers']) expect(JSON.stringify(later)).not.toContain(words)
  expect(later.needs.map(({ domain }) => domain)).toEqual(['housing'])
  expect(later.voice).toMatchObject({ wasAsked: 'yes', knowsOfMeeting: 'yes', isInConfidence: true })
  expect(await refusalOf(door.listings.finish({ listingId, reason: '' }))).toMatchObject({
    findings: expect.arrayContaining([{ kind: 'needWithoutAction', domains: ['housing'] }]),
  })
})

test('a score that an advocate was given in confidence is read neither on the agenda nor in the case', async () => {
  const { door, listing, save, meetingId } = await inMeeting()
  const assessed = async (day: string, score: number, isPrivileged: boolean) =>
    save(
      {
        kind: 'assessment',
        tool: 'dash',
        toolVersion: 'safelives-24',
        completedOn: isoDate(day),
        result: { kind: 'score', score, unknowns: null },
      },
      isPrivileged,
    )
  const onAgenda = async () => only((await valueOf(door.meetings.get({ meetingId }))).agenda)
  await assessed('2026-10-20', 21, true)
  expect(await listing()).toMatchObject({ risk: null, isHigh: true })
  await assessed('2026-10-10', 9, false)
  for (const shown of [await listing(), await onAgenda()])
    expect(shown).toMatchObject({ risk: { tool: 'dash', score: 9, assessedOn: '2026-10-10' }, isHigh: true })
  const { rows } = await valueOf(door.cases.list({}))
  expect(only(rows).risk).toMatchObject({ score: 21 })
})

test('what the meeting says of an action leaves its link to a need that was told in confidence', async () => {
  const { door, save, agree, listing, needOf } = await inMeeting()
  const id = await agree(['housing'])
  await save({ kind: 'need', domain: 'immigration', state: 'open', actionIds: [id] }, true)
  const { version, agencyId, description, dueOn, isSafetyAction } = only((await listing()).actions)
  await valueOf(door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, needs: ['income'] }))
  expect(await needOf('housing')).toMatchObject({ actionIds: [] })
  expect(await needOf('immigration')).toMatchObject({ actionIds: [id] })
})

test('an action that is said to answer a need is linked to it, and the plan no longer lacks it', async () => {
  const { listing, save, agree, needOf } = await inMeeting()
  await save({ kind: 'need', domain: 'housing', state: 'open', note: 'before the winter' })
  const lacksHousing = { kind: 'needWithoutAction', domains: ['housing'] }
  expect((await listing()).findings).toContainEqual(lacksHousing)
  const id = await agree(['housing', 'legal'])
  const told = await listing()
  expect(told.findings).not.toContainEqual(lacksHousing)
  expect(told.needs).toEqual([
    { domain: 'housing', state: 'open', actionIds: [id] },
    { domain: 'legal', state: 'open', actionIds: [id] },
  ])
  expect(await needOf('housing')).toMatchObject({ note: 'before the winter' })
})

test('putting an action right links it to other needs without making its list outdated, and the edit can be undone in the case', async () => {
  const { door, caseId, agree, listing, needOf } = await inMeeting()
  const id = await agree(['housing'])
  const before = only((await listing()).actions)
  const { version, agencyId, description, dueOn, isSafetyAction } = before
  const after = await valueOf(door.actions.change({ id, version, agencyId, description, dueOn, isSafetyAction, needs: ['income'] }))
  expect(after.version).toBe(version)
  expect(await needOf('housing')).toMatchObject({ state: 'open', actionIds: [] })
  expect(await needOf('income')).toMatchObject({ state: 'open', actionIds: [id] })
  expect((await valueOf(door.actions.history({ id }))).at(-1)?.change).toEqual({ kind: 'edited', fields: ['needs'] })
  await valueOf(door.record.undo({ caseId }))
  await valueOf(door.record.undo({ caseId }))
  expect(await needOf('income')).toBeUndefined()
  expect(await needOf('housing')).toMatchObject({ actionIds: [id] })
})

test('an action that is put right without a word of needs keeps them, and a refused change links nothing', async () => {
  const { door, agree, listing, needOf } = await inMeeting()
  const id = await agree(['housing'])
  const { version, agencyId, dueOn, isSafetyAction } = only((await listing()).actions)
  await valueOf(door.actions.change({ id, version, agencyId, description: 'find a flat nearby', dueOn, isSafetyAction }))
  expect(await needOf('housing')).toMatchObject({ actionIds: [id] })
  const stale = door.actions.change({ id, version, agencyId, description: 'x', dueOn, isSafetyAction, needs: ['faithAndCommunity'] })
  expect(await refusalOf(stale)).toMatchObject({ code: 'changedMeanwhile' })
  expect(await needOf('faithAndCommunity')).toBeUndefined()
})

test('a need that is met stays met when an action answers it', async () => {
  const { save, agree, needOf } = await inMeeting()
  await save({ kind: 'need', domain: 'housing', state: 'met' })
  const id = await agree(['housing'])
  expect(await needOf('housing')).toMatchObject({ state: 'met', actionIds: [id] })
})
