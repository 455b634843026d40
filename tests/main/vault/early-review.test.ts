import { addDays, type IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { linkKinds, linkStates } from '#domain/record/chain-link.ts'
import { brokenLinks } from '#domain/record/chain-state.ts'
import { earlyReviewReasons } from '#domain/record/risk-dates.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { only, openedMeeting, refer, schedule } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, todayOnTheWall, valueOf } from '../../support/open-vault.ts'

const today = todayOnTheWall()
const on = (days: number) => addDays(today, days)

type Content = Parameters<OpenVault['door']['record']['save']>[0]['content']

const note = ({ door }: OpenVault, caseId: CaseId, content: Content) => valueOf(door.record.save({ caseId, content, provenance: {} }))
const month = ({ door }: OpenVault) => valueOf(door.home.thisMonth())
const release = (days: number): Content => ({ kind: 'chainLink', link: 'release', state: 'planned', on: on(days) })

/** A case that was heard at a meeting so many days ago. */
async function heard(opened: OpenVault, days: number): Promise<CaseId> {
  const { caseId } = await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened, on(-days))
  const { listingId } = only(agenda)
  await valueOf(opened.door.listings.turnTo({ listingId }))
  await valueOf(opened.door.listings.finish({ listingId, reason: 'nothing to promise yet' }))
  await valueOf(opened.door.meetings.close({ meetingId }))
  return caseId
}

test('a release on Friday raises the case, until a meeting is to hear it in time', async () => {
  const opened = await openVault()
  const caseId = await heard(opened, 20)
  expect((await month(opened)).earlyReview).toEqual({ count: 0, cases: [] })
  const entryId = await note(opened, caseId, release(3))
  const reason = { entryId, kind: 'release', on: on(3), days: 3 }
  expect((await month(opened)).earlyReview).toEqual({
    count: 1,
    cases: [{ caseId, reference: expect.any(String), reasons: [reason], listed: null }],
  })
  const tooLate = await schedule(opened, on(8))
  const listingId = await valueOf(opened.door.meetings.addToAgenda({ meetingId: tooLate, caseId, referralId: null }))
  expect(only((await month(opened)).earlyReview.cases)).toMatchObject({ reasons: [reason], listed: { listingId, heldOn: on(8) } })

  await valueOf(opened.door.meetings.removeFromAgenda({ listingId }))
  const emergency = await valueOf(opened.door.meetings.schedule({ kind: 'emergency', heldOn: on(1), startsAt: '14:00' }))
  await valueOf(opened.door.meetings.addToAgenda({ meetingId: emergency, caseId, referralId: null }))
  expect((await month(opened)).earlyReview).toEqual({ count: 0, cases: [] })
})

test('the table of cases shows those that are raised, and those whose chain is broken', async () => {
  const opened = await openVault()
  const first = await heard(opened, 20)
  const second = (await refer(opened, 2)).caseId
  await note(opened, first, release(3))
  await note(opened, second, { kind: 'chainLink', link: 'orderServed', state: 'broken' })
  const found = async (attention: 'earlyReview' | 'brokenChain') =>
    (await valueOf(opened.door.cases.list({ attention }))).rows.map(({ id }) => id)
  expect(await found('earlyReview')).toEqual([first])
  expect(await found('brokenChain')).toEqual([second])
  expect((await valueOf(opened.door.cases.list({}))).total).toBe(2)
})

test('what has happened raises the case until a meeting has heard it', async () => {
  const opened = await openVault()
  const caseId = await heard(opened, 5)
  await note(opened, caseId, { kind: 'incident', incident: 'threats', on: on(-40), identifiedOn: on(-6) })
  await note(opened, caseId, { kind: 'chainLink', link: 'orderViolated', state: 'done', on: on(-7) })
  expect((await month(opened)).earlyReview.count).toBe(0)
  await note(opened, caseId, {
    kind: 'measure',
    measure: 'gps',
    state: 'inForce',
    violations: [
      { on: on(-2), what: 'left the county' },
      { on: on(-30), what: 'battery flat' },
    ],
  })
  await note(opened, caseId, { kind: 'incident', incident: 'stalking', on: on(-4) })
  const { reasons } = only((await month(opened)).earlyReview.cases)
  expect(reasons.map(({ kind, days }) => [kind, days])).toEqual([
    ['incident', -4],
    ['measureViolated', -2],
  ])
})

test('a closed case is not raised, and its broken links are not counted', async () => {
  const opened = await openVault()
  const caseId = await heard(opened, 20)
  await note(opened, caseId, release(2))
  await note(opened, caseId, { kind: 'chainLink', link: 'hearing', state: 'planned', on: on(-1) })
  await note(opened, caseId, { kind: 'chainLink', link: 'orderServed', state: 'broken' })
  expect(await month(opened)).toMatchObject({ earlyReview: { count: 1 }, brokenLinks: { links: 2, cases: 1 } })
  const { version } = await valueOf(opened.door.cases.get({ id: caseId }))
  await valueOf(opened.door.cases.close({ id: caseId, version, reason: 'transferred', closedOn: today }))
  expect(await month(opened)).toMatchObject({ earlyReview: { count: 0 }, brokenLinks: { links: 0, cases: 0 } })
})

const day = fc.integer({ min: -20, max: 20 })
const pastDay = fc.integer({ min: -20, max: 0 })
const content: fc.Arbitrary<Content> = fc.oneof(
  fc
    .record({ link: fc.constantFrom(...linkKinds), state: fc.constantFrom(...linkStates), days: fc.option(day) })
    .map(({ link, state, days }): Content => ({
      kind: 'chainLink',
      link,
      state,
      on: days === null ? null : on(state === 'done' ? -Math.abs(days) : days),
    })),
  fc
    .record({
      state: fc.constantFrom('proposed', 'inForce', 'ended'),
      until: fc.option(day),
      violations: fc.array(pastDay, { maxLength: 3 }),
    })
    .map(({ state, until, violations }): Content => ({
      kind: 'measure',
      measure: 'bail',
      state,
      until: until === null ? null : on(until),
      violations: violations.map((days) => ({ on: on(days), what: 'broken' })),
    })),
  fc.record({ happened: pastDay, noticedLater: fc.option(fc.nat({ max: 5 })) }).map(({ happened, noticedLater }): Content => ({
    kind: 'incident',
    incident: 'violence',
    on: on(happened),
    identifiedOn: noticedLater === null ? null : on(Math.min(0, happened + noticedLater)),
  })),
)

test('what is found over all cases is what the rules say of each', async () => {
  const opened = await openVault()
  const { door } = opened
  const first = await heard(opened, 9)
  const second = (await refer(opened, 2)).caseId
  const lastDiscussed = new Map<CaseId, IsoDate>([[first, on(-9)]])
  await fc.assert(
    fc.asyncProperty(fc.array(content, { maxLength: 6 }), fc.array(content, { maxLength: 6 }), async (ofFirst, ofSecond) => {
      for (const typed of ofFirst) await note(opened, first, typed)
      for (const typed of ofSecond) await note(opened, second, typed)
      const records = await Promise.all([first, second].map(async (caseId) => ({ caseId, ...(await valueOf(door.record.of({ caseId }))) })))
      const expected = records
        .map(({ caseId, entries }) => {
          const reasons = earlyReviewReasons(entries, today, lastDiscussed.get(caseId) ?? null)
          return { caseId, kinds: new Set(reasons.map(({ entryId, kind }) => `${entryId} ${kind}`)) }
        })
        .filter(({ kinds }) => kinds.size > 0)
      const { earlyReview, brokenLinks: broken } = await month(opened)
      const found = earlyReview.cases.map(({ caseId, reasons }) => ({
        caseId,
        kinds: new Set(reasons.map(({ entryId, kind }) => `${entryId} ${kind}`)),
      }))
      expect(found.toSorted((one, other) => one.caseId - other.caseId)).toEqual(expected)
      expect(earlyReview.count).toBe(expected.length)
      const links = records.map(({ entries }) => brokenLinks(entries, today).length)
      expect(broken).toEqual({ links: links.reduce((sum, count) => sum + count, 0), cases: links.filter((count) => count > 0).length })
      for (const { caseId, entries } of records)
        for (const { id, version } of entries) await valueOf(door.record.remove({ caseId, id, version }))
    }),
    { numRuns: 20 },
  )
}, 60_000)
