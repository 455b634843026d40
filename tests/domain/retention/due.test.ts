import { addDays, addMonths, isoDate } from '#domain/dates.ts'
import { dueOn, itemsDue, type KeptItem } from '#domain/retention/due.ts'
import { objectionTo } from '#domain/retention/destruction.ts'
import { defaultSchedule, recordKinds, RetentionMonths } from '#domain/retention/record-kind.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(isoDate('2020-01-01'), days))
const item = fc
  .record({ id: fc.stringMatching(/^[0-9]{1,4}$/), since: day, isHeld: fc.boolean() })
  .map((given): KeptItem => ({ kind: 'case', reference: `HR-2026-${given.id}`, ...given }))

describe('what is due', () => {
  test('is what was kept for its months or longer, on the day itself too, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), fc.integer({ min: 1, max: 240 }), day, (items, months, today) => {
        const due = itemsDue(items, months, today)
        expect(due.length).toBe(items.filter(({ since }) => addMonths(since, months) <= today).length)
        expect(due.every(({ dueOn: on }) => on <= today)).toBe(true)
        expect(due.map(({ since }) => since)).toEqual(due.map(({ since }) => since).toSorted())
      }),
    )
  })

  test('is nothing where a kind is kept without limit', () => {
    fc.assert(fc.property(fc.array(item), day, (items, today) => itemsDue(items, null, today).length === 0))
  })

  test('counts months by the calendar, leap days and month ends included', () => {
    expect(dueOn(isoDate('2028-02-29'), 12)).toBe('2029-02-28')
    expect(dueOn(isoDate('2026-05-31'), 1)).toBe('2026-06-30')
    expect(dueOn(isoDate('2026-03-10'), 12)).toBe('2027-03-10')
    const kept: KeptItem = { kind: 'case', id: '1', reference: 'HR-2026-0001', since: isoDate('2026-03-10'), isHeld: false }
    expect(itemsDue([kept], 12, isoDate('2027-03-09'))).toEqual([])
    expect(itemsDue([kept], 12, isoDate('2027-03-10'))).toHaveLength(1)
  })
})

describe('an order to destroy', () => {
  const free = { reference: 'HR-2026-0001', isHeld: false, isCaseClosed: true, isDue: true }
  test('of what is closed, due and not held meets no objection', () => {
    expect(objectionTo({ kind: 'case', reason: 'schedule' }, [free])).toBeNull()
  })
  test('is stopped by a hold whatever the reason, and names what is held', () => {
    const held = { ...free, reference: 'HR-2026-0002', isHeld: true }
    for (const reason of ['schedule', 'personAsked', 'courtOrder', 'recordedInError'] as const)
      expect(objectionTo({ kind: 'case', reason }, [free, held])).toEqual({
        ok: false,
        refusal: { code: 'underLegalHold', references: ['HR-2026-0002'] },
      })
  })
  test('of a whole case waits until it is closed; a part of one may go before', () => {
    const open = { ...free, isCaseClosed: false, isDue: false }
    expect(objectionTo({ kind: 'case', reason: 'personAsked' }, [open])).toMatchObject({ refusal: { code: 'caseNotClosed' } })
    expect(objectionTo({ kind: 'contactDetails', reason: 'personAsked' }, [open])).toBeNull()
  })
  test('by the schedule waits until it is due; on demand it does not', () => {
    const early = { ...free, isDue: false }
    expect(objectionTo({ kind: 'case', reason: 'schedule' }, [early])).toMatchObject({ refusal: { code: 'notDueYet' } })
    expect(objectionTo({ kind: 'case', reason: 'courtOrder' }, [early])).toBeNull()
  })
})

test('the defaults fit the schema, are confirmed by nobody, and know every kind', () => {
  expect(RetentionMonths.parse(defaultSchedule.months)).toEqual(defaultSchedule.months)
  expect(defaultSchedule.confirmedAt).toBeNull()
  expect(Object.keys(defaultSchedule.months)).toEqual([...recordKinds])
  expect(RetentionMonths.safeParse({ ...defaultSchedule.months, case: 0 }).success).toBe(false)
  expect(RetentionMonths.safeParse({ ...defaultSchedule.months, case: 241 }).success).toBe(false)
})
