import type { AgencyId, CaseId } from '#domain/ids.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { voteResult } from '#domain/record/vote-result.ts'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, todayOnTheWall, valueOf } from '../../support/open-vault.ts'

type Answer = 'for' | 'against' | 'abstained'
type Ballots = readonly (readonly [AgencyId, Answer])[]

/** Two more core agencies than every vault has: four partner agencies, and one that is none. */
async function teamOfFour() {
  const opened = await openVault()
  const { door } = opened
  const school = await valueOf(door.agencies.add({ name: 'Quill Valley Schools', sector: 'schools', isCore: true }))
  const advocates = await valueOf(door.agencies.add({ name: 'Harbour Advocates', sector: 'advocate', isCore: true }))
  const settings = await valueOf(door.settings.get())
  if (settings === null) throw new Error('no team yet')
  await valueOf(door.settings.save({ ...settings, decidesByVote: true }))
  return { opened, school, advocates, settings }
}

function contentOf(question: 'accept' | 'close', ballots: Ballots) {
  return {
    kind: 'vote' as const,
    question,
    on: todayOnTheWall(),
    ballots: ballots.map(([agencyId, answer]) => ({ agencyId, answer })),
    partners: 1,
  }
}

function vote({ door }: OpenVault, caseId: CaseId, question: 'accept' | 'close', ballots: Ballots) {
  return valueOf(door.record.save({ caseId, content: contentOf(question, ballots), provenance: {} }))
}

test('a vote is of all partner agencies, whoever came; two of four close no case', async () => {
  const { opened, school, advocates } = await teamOfFour()
  const { door, police, housing } = opened
  const { caseId, referralId } = await refer(opened, 1)
  await valueOf(door.referrals.turnDown({ id: referralId, state: 'screenedOut', reason: 'Not high risk' }))
  const tryToClose = async () => {
    const { version } = await valueOf(door.cases.get({ id: caseId }))
    return door.cases.close({ id: caseId, version, reason: 'vote', closedOn: todayOnTheWall() })
  }
  await vote(opened, caseId, 'close', [
    [police, 'for'],
    [housing, 'for'],
  ])
  expect(await refusalOf(tryToClose())).toEqual({ code: 'voteNotCarried' })
  const last = await vote(opened, caseId, 'close', [
    [police, 'for'],
    [housing, 'for'],
    [school, 'for'],
    [advocates, 'against'],
  ])
  // What is decided stays decided when agencies join later and its note is written.
  for (const name of ['Invented Probation', 'Invented Court', 'Invented Clinic'])
    await valueOf(door.agencies.add({ name, sector: 'other', isCore: true }))
  const votes = async () => entriesOf((await valueOf(door.record.of({ caseId }))).entries, 'vote')
  const saved = (await votes()).find(({ id }) => id === last)
  if (saved === undefined) throw new Error('the vote is gone')
  const { version, content, provenance } = saved
  await valueOf(door.record.save({ caseId, id: last, version, content: { ...content, note: 'By phone' }, provenance }))
  expect((await votes()).map((entry) => voteResult(entry.content).partners)).toEqual([4, 4])
  await valueOf(tryToClose())
})

test('an agency that a case is kept from has no voice in it', async () => {
  const { opened, school, advocates } = await teamOfFour()
  const { door, police, housing } = opened
  const { caseId } = await refer(opened, 1)
  await valueOf(door.restrictions.set({ caseId, reason: 'A cousin', agencyIds: [school], slotIds: [] }))
  await vote(opened, caseId, 'accept', [
    [police, 'for'],
    [housing, 'for'],
    [advocates, 'abstained'],
  ])
  expect((await valueOf(door.cases.get({ id: caseId }))).lacksAcceptance).toBe(false)
})

test('a case that no vote has accepted says so, on its page and in the meeting, where the team decides by vote', async () => {
  const { opened, school, settings } = await teamOfFour()
  const { door, police, housing } = opened
  const { caseId } = await refer(opened, 1)
  const { agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  const lacks = async () => [
    (await valueOf(door.cases.get({ id: caseId }))).lacksAcceptance,
    (await valueOf(door.listings.get({ listingId }))).lacksAcceptance,
  ]
  expect(await lacks()).toEqual([true, true])
  await vote(opened, caseId, 'accept', [
    [police, 'for'],
    [housing, 'for'],
  ])
  expect(await lacks()).toEqual([true, true])
  await vote(opened, caseId, 'accept', [
    [police, 'for'],
    [housing, 'for'],
    [school, 'for'],
  ])
  expect(await lacks()).toEqual([false, false])
  const other = await refer(opened, 2)
  await valueOf(door.settings.save({ ...settings, decidesByVote: false }))
  expect((await valueOf(door.cases.get({ id: other.caseId }))).lacksAcceptance).toBe(false)
})
