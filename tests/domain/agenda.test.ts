import { moveItem, orderAgenda } from '#domain/agenda.ts'
import type { ListingType } from '#domain/meeting.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const listing = fc.record({
  hasChildren: fc.boolean(),
  listingType: fc.constantFrom<ListingType>('new', 'repeat', 'deferredBefore', 'carriedOver'),
  caseReference: fc.integer({ min: 1, max: 9999 }).map((number) => `HR-2026-${String(number).padStart(4, '0')}`),
})
const agenda = fc.array(listing, { maxLength: 40 })

test('cases with children come before all others', () => {
  fc.assert(
    fc.property(agenda, (items) => {
      const firstWithout = orderAgenda(items).findIndex(({ hasChildren }) => !hasChildren)
      expect(
        firstWithout === -1 ||
          orderAgenda(items)
            .slice(firstWithout)
            .every(({ hasChildren }) => !hasChildren),
      ).toBe(true)
    }),
  )
})

test('within each half: deferred ones, repeats, new ones, then those with nothing but old actions; by reference within', () => {
  const ranks = ['deferredBefore', 'repeat', 'new', 'carriedOver']
  fc.assert(
    fc.property(agenda, (items) => {
      const ordered = orderAgenda(items)
      ordered.slice(1).forEach((item, index) => {
        const before = ordered[index]
        if (!before || before.hasChildren !== item.hasChildren) return
        const [a, b] = [ranks.indexOf(before.listingType), ranks.indexOf(item.listingType)]
        expect(a < b || (a === b && before.caseReference <= item.caseReference)).toBe(true)
      })
    }),
  )
})

test('nothing is lost, doubled or ordered anew by ordering twice', () => {
  fc.assert(
    fc.property(agenda, (items) => {
      const ordered = orderAgenda(items)
      expect(ordered).toHaveLength(items.length)
      expect(new Set(ordered)).toEqual(new Set(items))
      expect(orderAgenda(ordered)).toEqual(ordered)
    }),
  )
})

test('moving takes one item to its place and leaves the others in their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 20 }),
      fc.nat(19),
      fc.integer({ min: -3, max: 23 }),
      (items, from, to) => {
        const moved = moveItem(items, from, to)
        expect(moved.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
        const item = items[from]
        if (item === undefined) {
          expect(moved).toBe(items)
          return
        }
        expect(moved.indexOf(item)).toBe(Math.max(0, Math.min(to, items.length - 1)))
        expect(moved.filter((each) => each !== item)).toEqual(items.filter((each) => each !== item))
      },
    ),
  )
})
