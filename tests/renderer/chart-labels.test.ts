import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelOffsets } from '../../renderer/features/cases/risk/chart-scale.ts'

test('labels of the same day and level stand beside each other, not over each other', () => {
  expect(labelOffsets([{ x: 300, y: 22 }])).toEqual([-8])
  expect(
    labelOffsets([
      { x: 300, y: 22 },
      { x: 300, y: 22 },
      { x: 500, y: 22 },
    ]),
  ).toEqual([-8, 19, -8])
})

test('the labels of two points never overprint, wherever they stand', () => {
  const point = fc.record({ x: fc.integer({ min: 76, max: 664 }), y: fc.constantFrom(22, 54, 86, 118, 150) })
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 2 }), (points) => {
      const at = labelOffsets(points).map((offset, index) => ({ x: points[index]?.x ?? 0, y: (points[index]?.y ?? 0) + offset }))
      const [one, other] = at
      return one === undefined || other === undefined || Math.abs(one.x - other.x) >= 92 || Math.abs(one.y - other.y) >= 13
    }),
  )
})
