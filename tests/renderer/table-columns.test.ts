import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastWidth, movedRow, nextSorting } from '../../renderer/ui/table-columns.ts'

describe('a table by keyboard', () => {
  test('arrows, page keys, Home and End move the active row', () => {
    const moved = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => movedRow(key, 50, 100_000, 20))
    expect(moved).toEqual([51, 49, 70, 30, 0, 99_999])
  })

  test('other keys move nothing, and an empty table has nowhere to go', () => {
    expect(movedRow('x', 3, 10, 5)).toBeNull()
    expect(movedRow('ArrowDown', 0, 0, 5)).toBeNull()
  })

  test('no key leads out of the table', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
    fc.assert(
      fc.property(key, fc.nat(), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 60 }), (pressed, active, total, page) => {
        const to = movedRow(pressed, active % total, total, page)
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(total)
      }),
    )
  })
})

describe('sorting by a header', () => {
  test('another column starts ascending, the same one turns round', () => {
    const byName = nextSorting<'name' | 'date'>({ sort: 'date', direction: 'descending' }, 'name')
    expect(byName).toEqual({ sort: 'name', direction: 'ascending' })
    expect(nextSorting(byName, 'name')).toEqual({ sort: 'name', direction: 'descending' })
  })
})

test('a table is never narrower than its columns at their least', () => {
  expect(leastWidth([{ width: '96px' }, { width: 'minmax(160px, 2fr)' }, { width: '1fr' }])).toBe(96 + 160 + 80)
})
