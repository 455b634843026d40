import { seedHistory } from '../../../build/sample-data/seed-history.ts'
import { isEnded, isOverdue } from '#domain/action.ts'
import { addDays, daysBetween } from '#domain/dates.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { only, openedMeeting, refer, schedule, seat } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, todayOnTheWall, valueOf } from '../../support/open-vault.ts'

const today = todayOnTheWall()

describe('after two months of sample history the figures are what counting by hand gives', () => {
  let opened: OpenVault
  beforeAll(async () => {
    opened = await openVault()
    await seedHistory(opened.door, today)
  })
  const month = () => valueOf(opened.door.home.thisMonth())
  const allActions = async () => (await valueOf(opened.door.actions.list({ state: 'all', limit: 500 }))).rows

  test('totals', async () => {
    const actions = await allActions()
    expect((await month()).totals).toEqual({
      cases: (await valueOf(opened.door.cases.list({}))).total,
      agencies: (await valueOf(opened.door.agencies.list({}))).length,
      openActions: actions.filter(({ status }) => !isEnded(status)).length,
      overdueActions: actions.filter((action) => isOverdue(action, today)).length,
    })
  })

  test('overdue by agency, most first', async () => {
    const counts = new Map<string, number>()
    for (const action of await allActions())
      if (isOverdue(action, today)) counts.set(action.agencyName, (counts.get(action.agencyName) ?? 0) + 1)
    const expected = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    expect(expected.length).toBeGreaterThan(1)
    expect((await month()).overdueByAgency.map(({ agencyName, count }) => [agencyName, count])).toEqual(expected)
  })

  test('cases with open promises and no safety action that stands', async () => {
    const actions = await allActions()
    const references = [...new Set(actions.filter(({ status }) => !isEnded(status)).map(({ caseReference }) => caseReference))].filter(
      (reference) =>
        !actions.some(
          (action) =>
            action.caseReference === reference && action.isSafetyAction && (!isEnded(action.status) || action.status === 'complete'),
        ),
    )
    expect(references).toHaveLength(1)
    expect((await month()).casesWithoutSafetyAction.map(({ reference }) => reference)).toEqual(references)
  })

  test('referrals that wait, and since when', async () => {
    const waiting = await valueOf(opened.door.referrals.waiting())
    const [oldest] = waiting
    expect((await month()).referralsWaiting).toEqual({ count: waiting.length, oldestDays: daysBetween(oldest?.receivedOn ?? today, today) })
  })

  test('no meeting is left to prepare', async () => {
    expect(await month()).toMatchObject({ today, nextMeeting: null })
  })
})

test('an empty vault has nothing to do and says so', async () => {
  const { door } = await openVault()
  expect(await valueOf(door.home.thisMonth())).toEqual({
    today,
    nextMeeting: null,
    referralsWaiting: { count: 0, oldestDays: null },
    overdueByAgency: [],
    casesWithoutSafetyAction: [],
    earlyReview: { count: 0, cases: [] },
    brokenLinks: { links: 0, cases: 0 },
    listsToReturn: 0,
    backup: { automatic: null, automaticProblem: null, elsewhere: null, isDue: false },
    totals: { cases: 0, agencies: 3, openActions: 0, overdueActions: 0 },
  })
})

test('the next meeting is the open one, else the first that has not been held', async () => {
  const opened = await openVault()
  await refer(opened, 1)
  const next = async () => (await valueOf(opened.door.home.thisMonth())).nextMeeting
  const late = await schedule(opened, addDays(today, 40))
  const soon = await schedule(opened, addDays(today, 10))
  expect(await next()).toMatchObject({ id: soon, cases: 0, minutesPlanned: 0, state: 'scheduled' })
  await valueOf(opened.door.meetings.fillAgenda({ meetingId: late }))
  await seat(opened, late)
  await valueOf(opened.door.meetings.open({ meetingId: late }))
  expect(await next()).toMatchObject({ id: late, cases: 1, minutesPlanned: 10, state: 'open' })
  const { agenda } = await valueOf(opened.door.meetings.get({ meetingId: late }))
  await valueOf(opened.door.listings.finish({ listingId: only(agenda).listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(opened.door.meetings.close({ meetingId: late }))
  expect(await next()).toMatchObject({ id: soon })
})

test('a promise that is due today is not late', async () => {
  const opened = await openVault()
  await refer(opened, 1)
  const { listingId } = only((await openedMeeting(opened)).agenda)
  const due = (days: number) =>
    valueOf(
      opened.door.actions.record({
        listingId,
        agencyId: opened.housing,
        description: 'change the locks',
        dueOn: addDays(today, days),
        isSafetyAction: true,
      }),
    )
  await due(0)
  await due(-1)
  expect((await valueOf(opened.door.home.thisMonth())).overdueByAgency).toEqual([
    { agencyId: opened.housing, agencyName: 'Housing Options', count: 1 },
  ])
})
