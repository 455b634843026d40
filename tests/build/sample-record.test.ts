import { expect, test } from 'vitest'
import { linkNeeds, seedRecord } from '../../build/sample-data/seed-record.ts'
import { seedHistory } from '../../build/sample-data/seed-history.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { unansweredNeeds } from '#domain/record/needs-state.ts'
import { doorOf, makeVault, temporaryFolder, todayOnTheWall, valueOf } from '../support/open-vault.ts'

test('the sample cases have a record that shows broken links, days to review early, and needs with and without an action', async () => {
  const { vault } = await makeVault(temporaryFolder())
  const door = doorOf(vault)
  const today = todayOnTheWall()
  await seedHistory(door, today)
  const cases = await seedRecord(door, today)
  expect(cases.length).toBeGreaterThan(8)
  await linkNeeds(door, cases)
  const month = await valueOf(door.home.thisMonth())
  expect(month.earlyReview.count).toBeGreaterThan(2)
  expect(month.brokenLinks.cases).toBeGreaterThan(1)
  const records = await Promise.all(
    cases.map(async (caseId) => {
      const { entries } = await valueOf(door.record.of({ caseId }))
      return { entries, unanswered: unansweredNeeds(entries, (await valueOf(door.cases.get({ id: caseId }))).actions) }
    }),
  )
  expect(records.every(({ entries }) => entries.length > 0)).toBe(true)
  expect(records.some(({ unanswered }) => unanswered.includes('income'))).toBe(true)
  expect(records.some(({ entries }) => entriesOf(entries, 'need').some(({ content }) => content.actionIds.length > 0))).toBe(true)
  vault.close()
}, 60_000)
