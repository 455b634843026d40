import type { ImportReview, ReviewedRow, RowVerdict } from '#contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnOrder, fieldOfColumn, placed } from '../../renderer/features/imports/column-order.ts'
import { dateExample } from '../../renderer/features/imports/date-example.ts'
import { keptOrder, nextTrouble } from '../../renderer/features/imports/row-order.ts'

const fields = ['receivedOn', 'victimName', 'perpetratorName', 'riskScore'] as const

function review(part: Partial<ImportReview>): ImportReview {
  return {
    token: 't',
    kind: 'referrals',
    fileName: 'list.csv',
    sheet: null,
    columns: [],
    fields: [],
    mapping: {},
    kept: [],
    savedMapping: null,
    unplaced: [],
    missingFields: [],
    dayFirst: true,
    createAgencies: false,
    unknownAgencies: [],
    rows: [],
    counts: { ready: 0, refused: 0, duplicate: 0, leftOut: 0 },
    ...part,
  }
}

const rowOf = (number: number, verdict: RowVerdict = 'ready'): ReviewedRow => ({
  number,
  verdict,
  values: {},
  problems: [],
  notes: [],
  duplicate: null,
  decision: null,
})
const columnOf = (index: number, ...samples: readonly string[]) => ({ index, header: `Column ${String(index)}`, samples })

describe('the columns of a file', () => {
  test('that could not be placed stand first and the empty ones last', () => {
    const shown = review({
      columns: [0, 1, 2, 3].map((index) => columnOf(index)),
      unplaced: [
        { index: 1, reason: 'empty' },
        { index: 3, reason: 'whosePerson' },
      ],
    })
    expect(columnOrder(shown)).toEqual([3, 0, 2, 1])
  })

  test('feed at most one field each, and a field has at most one, however they are given', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.option(fc.constantFrom(...fields)))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const mapping = steps.reduce<ImportReview['mapping']>((now, [column, field]) => placed(now, column, field), {})
        const used = Object.values(mapping).filter((column) => column !== null)
        expect(new Set(used).size).toBe(used.length)
        const [column, field] = steps.at(-1) ?? [0, null]
        expect(fieldOfColumn(mapping, column)).toBe(field)
      }),
    )
  })

  test('show what the order of day and month does by a date of the file that means two days', () => {
    const shown = review({ columns: [columnOf(0, '25/12/2025', '2026-01-02', '03/11/2026')], mapping: { receivedOn: 0 } })
    expect(dateExample(shown)).toEqual({ cell: '03/11/2026', dayFirst: '2026-11-03', monthFirst: '2026-03-11' })
    expect(dateExample(review({ columns: [columnOf(0, '25/12/2025')], mapping: { receivedOn: 0 } }))).toBeNull()
  })
})

describe('the rows of a file', () => {
  test('stay where they are when they are mended; new ones come at the end and imported ones go', () => {
    expect(keptOrder([9, 3, 5], [rowOf(3), rowOf(5), rowOf(8)])).toEqual([3, 5, 8])
  })

  test('that still want something are gone through in their order, and round again', () => {
    const rows = [rowOf(9, 'refused'), rowOf(3), rowOf(5, 'duplicate'), rowOf(6, 'leftOut')]
    expect(nextTrouble(rows, 9)).toBe(2)
    expect(nextTrouble(rows, 5)).toBe(0)
    expect(nextTrouble(rows, 0)).toBe(0)
    expect(nextTrouble([rowOf(1), rowOf(2, 'leftOut')], 1)).toBeNull()
  })
})
