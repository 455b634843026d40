import { isoDate } from '#domain/dates.ts'
import { Awareness } from '#domain/record/awareness.ts'
import { newestOf } from '#domain/record/newest.ts'
import { expect, test } from 'vitest'
import { entry, link } from './entries.ts'

const knows = (id: number, on: string, heKnows: string) => entry(id, Awareness.parse({ kind: 'awareness', on, heKnows }))

test('what holds is the newest by its day, not by when it was written', () => {
  const entries = [knows(1, '2026-11-10', 'yes'), knows(2, '2026-11-02', 'no')]
  expect(newestOf(entries, 'awareness')?.content.heKnows).toBe('yes')
})

test('of one day, what was written last holds', () => {
  const entries = [knows(9, '2026-11-10', 'no'), knows(10, '2026-11-10', 'yes')]
  expect(newestOf(entries, 'awareness')?.content.heKnows).toBe('yes')
  expect(newestOf(entries.toReversed(), 'awareness')?.content.heKnows).toBe('yes')
})

test('other kinds of entry do not count', () => {
  expect(newestOf([link(1, 'arrest', 'done', { on: isoDate('2026-11-10') })], 'voice')).toBeNull()
})
