import type { AgencyShare, ReviewedReturnRow } from '#contract'
import { IsoInstant } from '#domain/dates.ts'
import { ActionId, AgencyId } from '#domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { sortRows } from '../../renderer/features/sharing/return-rows.ts'
import { needingList, secondsToMake, shareCounts, withActions } from '../../renderer/features/sharing/share-counts.ts'

const at = IsoInstant.parse('2026-11-13T09:00:00.000Z')

function share(id: number, more: Partial<AgencyShare> = {}): AgencyShare {
  return {
    agencyId: AgencyId.parse(id),
    agencyName: `Agency ${String(id)}`,
    actionCount: 2,
    withheldCount: 0,
    heldCount: 0,
    toMove: [],
    lastList: null,
    lastReturnAt: null,
    ...more,
  }
}

const made = { version: 1, madeAt: at, isOutdated: false, isRecalled: false }
const shares = [
  share(1),
  share(2, { lastList: made, lastReturnAt: at }),
  share(3, { lastList: { ...made, isOutdated: true, isRecalled: false } }),
  share(4, { actionCount: 0, lastList: { ...made, isOutdated: true, isRecalled: false } }),
]

describe('the lists of a meeting', () => {
  test('are counted by what became of them', () => {
    expect(shareCounts(shares)).toEqual({ agencies: 4, made: 3, outdated: 2, returned: 1 })
  })

  test('can be made for agencies that have something to be told', () => {
    expect(withActions(shares)).toEqual([1, 2, 3])
  })

  test('are needed where none was made or the last no longer says what is so', () => {
    expect(needingList(shares)).toEqual([1, 3])
  })

  test('take a third of a second each, and never no time at all', () => {
    expect([secondsToMake(1), secondsToMake(12)]).toEqual([1, 4])
  })
})

describe('the rows of a returned list', () => {
  const row = (rowNumber: number, outcome: ReviewedReturnRow['outcome'], actionId: number | null = rowNumber): ReviewedReturnRow => ({
    rowNumber,
    actionReference: `A-000${String(rowNumber)}`,
    caseReference: 'HR-2026-0001',
    description: 'Ring back',
    actionId: actionId === null ? null : ActionId.parse(actionId),
    agreed: 'Ring back',
    outcome,
  })

  test('fall into differences, refused rows and a number of unchanged ones, each row once', () => {
    const sorted = sortRows([
      row(5, { kind: 'change', from: 'agreed', to: 'complete', comment: '' }),
      row(6, { kind: 'unchanged' }),
      row(7, { kind: 'comment', comment: 'soon' }),
      row(8, { kind: 'refused', reason: 'foreign' }, null),
    ])
    expect(sorted.differences.map(({ rowNumber }) => rowNumber)).toEqual([5, 7])
    expect(sorted.refused.map(({ rowNumber }) => rowNumber)).toEqual([8])
    expect(sorted.unchanged).toBe(1)
  })
})
