import { actionReference, actionStatuses, isEnded, isOverdue, needsReason, nextStatuses, openStatuses, timeliness } from '#domain/action.ts'
import { addDays, isoDate } from '#domain/dates.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const status = fc.constantFrom(...actionStatuses)
const today = isoDate('2026-12-10')
const dueIn = fc.integer({ min: -400, max: 400 })

test('a status is open or ended, never both', () => {
  for (const each of actionStatuses) expect(isEnded(each)).toBe(!(openStatuses as readonly string[]).includes(each))
})

test('nothing that has ended is overdue, and nothing is before its day', () => {
  fc.assert(
    fc.property(status, dueIn, (each, days) => {
      const action = { status: each, dueOn: addDays(today, days) }
      expect(isOverdue(action, today)).toBe(!isEnded(each) && days < 0)
      expect(timeliness(action, today)).toBe(isEnded(each) ? 'ended' : days < 0 ? 'overdue' : days <= 7 ? 'soon' : 'later')
    }),
  )
})

test('no status follows itself, and none leads back to what was only proposed', () => {
  for (const from of actionStatuses) {
    expect(nextStatuses(from)).not.toContain(from)
    expect(nextStatuses(from)).not.toContain('proposed')
    expect(new Set(nextStatuses(from)).size).toBe(nextStatuses(from).length)
  }
})

test('from everywhere a promise can be kept in the end, and taken up again once it has ended', () => {
  for (const from of actionStatuses) {
    if (from !== 'complete') expect(nextStatuses(from)).toContain('complete')
    if (isEnded(from)) expect(nextStatuses(from)).toContain('inProgress')
  }
})

test('one kind of not done is never turned into the other without being taken up again', () => {
  expect(nextStatuses('notPossible')).not.toContain('notUndertaken')
  expect(nextStatuses('notUndertaken')).not.toContain('notPossible')
})

test('a reason is asked for exactly where a promise is not kept, is dropped, or is taken up again', () => {
  for (const from of actionStatuses) {
    for (const to of nextStatuses(from)) expect(needsReason(from, to)).toBe(isEnded(from) || (isEnded(to) && to !== 'complete'))
  }
})

test('a reference says nothing but its number', () => {
  expect(actionReference(153)).toBe('A-0153')
  expect(actionReference(123_456)).toBe('A-123456')
})
