import { addDays, type IsoDate, isoDate } from '#domain/dates.ts'
import { expect, test } from 'vitest'
import { close, closedCase, longAgo } from '../../../support/closed-case.ts'
import { openedMeeting, only, refer } from '../../../support/meeting-room.ts'
import { openVault, refusalOf, todayOnTheWall, valueOf } from '../../../support/open-vault.ts'

test('a case that was heard is closed with a reason and a day, and says so', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  expect((await valueOf(opened.door.cases.get({ id: caseId }))).state).toBe('closed')
  expect(await valueOf(opened.door.retention.ofCase({ caseId }))).toMatchObject({
    closed: { reason: 'twelveMonths', closedOn: longAgo, note: '' },
    hold: null,
    isDue: true,
  })
  expect((await valueOf(opened.door.cases.list({ state: 'closed' }))).rows.map(({ id }) => id)).toEqual([caseId])
})

test('a case that waits for a meeting, or is on an agenda, is not closed over its head', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1)
  const { version } = await valueOf(opened.door.cases.get({ id: caseId }))
  const closing = { id: caseId, version, reason: 'vote', closedOn: todayOnTheWall() } as const
  expect(await refusalOf(opened.door.cases.close(closing))).toEqual({ code: 'caseStillAwaited' })
  const { agenda } = await openedMeeting(opened)
  expect(await refusalOf(opened.door.cases.close(closing))).toEqual({ code: 'caseStillAwaited' })
  await valueOf(opened.door.listings.finish({ listingId: only(agenda).listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(opened.door.cases.close({ ...closing, version: (await valueOf(opened.door.cases.get({ id: caseId }))).version }))
})

test('a day to come, an old version and a reason that is not of the list are refused', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  await valueOf(opened.door.cases.reopen({ id: caseId }))
  const { version } = await valueOf(opened.door.cases.get({ id: caseId }))
  const closing = { id: caseId, version, reason: 'transferred', closedOn: todayOnTheWall() } as const
  expect(await refusalOf(opened.door.cases.close({ ...closing, closedOn: addDays(todayOnTheWall(), 1) }))).toMatchObject({
    fields: [{ path: 'closedOn', problem: 'futureDate' }],
  })
  expect(await refusalOf(opened.door.cases.close({ ...closing, version: version - 1 }))).toEqual({ code: 'changedMeanwhile', what: 'case' })
  expect(await refusalOf(opened.door.cases.close({ ...closing, reason: 'bored' as 'vote' }))).toMatchObject({ code: 'invalidInput' })
  await valueOf(opened.door.cases.close({ ...closing, note: 'Moved to the coast.' }))
  expect((await valueOf(opened.door.retention.ofCase({ caseId }))).closed).toEqual({
    reason: 'transferred',
    closedOn: todayOnTheWall(),
    note: 'Moved to the coast.',
  })
})

test('reopening takes the closing back, and only of a closed case', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  await valueOf(opened.door.cases.reopen({ id: caseId }))
  expect(await valueOf(opened.door.retention.ofCase({ caseId }))).toMatchObject({ closed: null, dueOn: null, isDue: false })
  expect(await refusalOf(opened.door.cases.reopen({ id: caseId }))).toEqual({ code: 'changedMeanwhile', what: 'case' })
})

test('a further referral opens a closed case again, so that it waits for a meeting in sight', async () => {
  const opened = await openVault()
  const { caseId } = await closedCase(opened, 1)
  await refer(opened, 1, { receivedOn: isoDate('2026-11-20') }, caseId)
  expect((await valueOf(opened.door.cases.get({ id: caseId }))).state).toBe('waiting')
})

test('a closed case stays out of the coming agenda', async () => {
  const opened = await openVault()
  const first = await refer(opened, 1)
  const { agenda } = await openedMeeting(opened)
  await valueOf(opened.door.listings.finish({ listingId: only(agenda).listingId, reason: 'the plan is settled elsewhere' }))
  await close(opened, first.caseId, longAgo)
  const { agenda: next } = await openedMeeting(opened, isoDate('2026-12-05')).catch(() => ({ agenda: [] }))
  expect(next.map(({ caseId }) => caseId)).not.toContain(first.caseId)
})

test('a team that decides by vote closes a case only after a vote since the last referral that most agencies were for', async () => {
  const opened = await openVault()
  const { door, police, housing } = opened
  const { caseId } = await closedCase(opened, 1)
  await valueOf(door.cases.reopen({ id: caseId }))
  await valueOf(
    door.settings.save({
      teamName: 'Fablewood Review',
      coordinatorName: 'Xanthe Quill',
      region: 'uk',
      locale: 'en-GB',
      decidesByVote: true,
    }),
  )
  const health = await valueOf(door.agencies.add({ name: 'Bellweather Clinic', sector: 'health', isCore: false }))
  const { referrals } = await valueOf(door.cases.get({ id: caseId }))
  const referredOn = referrals[0]?.receivedOn ?? isoDate('2026-10-05')
  const tryToClose = async () => {
    const { version } = await valueOf(door.cases.get({ id: caseId }))
    return door.cases.close({ id: caseId, version, reason: 'vote', closedOn: todayOnTheWall() })
  }
  const vote = (question: 'accept' | 'close', on: IsoDate, answers: readonly ('for' | 'against' | 'abstained')[]) =>
    valueOf(
      door.record.save({
        caseId,
        content: {
          kind: 'vote',
          question,
          on,
          ballots: [police, housing, health].flatMap((agencyId, index) =>
            answers[index] === undefined ? [] : [{ agencyId, answer: answers[index] }],
          ),
        },
        provenance: {},
      }),
    )
  expect(await refusalOf(tryToClose()), 'nobody voted').toEqual({ code: 'voteNotCarried' })
  await vote('accept', todayOnTheWall(), ['for', 'for', 'for'])
  expect(await refusalOf(tryToClose()), 'a vote to accept says nothing of closing').toEqual({ code: 'voteNotCarried' })
  await vote('close', addDays(referredOn, -1), ['for', 'for', 'for'])
  expect(await refusalOf(tryToClose()), 'it was referred again since').toEqual({ code: 'voteNotCarried' })
  await vote('close', referredOn, ['for', 'for', 'abstained'])
  await vote('close', todayOnTheWall(), ['for', 'against', 'abstained'])
  expect(await refusalOf(tryToClose()), 'the newest vote holds').toEqual({ code: 'voteNotCarried' })
  await vote('close', todayOnTheWall(), ['for'])
  expect(await refusalOf(tryToClose()), 'no agency decides alone').toEqual({ code: 'voteNotCarried' })
  await vote('close', todayOnTheWall(), ['for', 'for', 'against'])
  await valueOf(tryToClose())
  expect((await valueOf(door.cases.get({ id: caseId }))).state).toBe('closed')
})
