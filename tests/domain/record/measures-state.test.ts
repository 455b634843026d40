import { addDays, isoDate } from '#domain/dates.ts'
import { Measure } from '#domain/record/measure.ts'
import { measuresOf } from '#domain/record/measures-state.ts'
import { expect, test } from 'vitest'
import { entry } from './entries.ts'

const today = isoDate('2026-11-25')
const on = (days: number) => addDays(today, days)

const measure = (id: number, draft: Pick<Measure, 'state'> & Partial<Measure>) =>
  entry(id, Measure.parse({ kind: 'measure', measure: 'gps', ...draft }))

test('a measure in force ends soon within fourteen days, and has lapsed the day after its end', () => {
  const standing = (days: number) => measuresOf([measure(1, { state: 'inForce', until: on(days) })], today)[0]
  expect(standing(15)).toMatchObject({ standing: 'inForce', daysLeft: 15 })
  expect(standing(14)).toMatchObject({ standing: 'endsSoon' })
  expect(standing(0)).toMatchObject({ standing: 'endsSoon', daysLeft: 0 })
  expect(standing(-1)).toMatchObject({ standing: 'lapsed', daysLeft: -1 })
})

test('what has lapsed or ends soon comes first, what has ended last', () => {
  const entries = [
    measure(1, { state: 'ended', until: on(-1) }),
    measure(2, { state: 'proposed' }),
    measure(3, { state: 'inForce' }),
    measure(4, { state: 'inForce', until: on(3) }),
    measure(5, { state: 'inForce', until: on(-3) }),
  ]
  expect(measuresOf(entries, today).map(({ entry: { id } }) => id)).toEqual([5, 4, 3, 2, 1])
})

test('a violation stays open until somebody says what was done about it', () => {
  const violations = [
    { on: on(-5), what: 'entered the zone', answer: 'recalled to custody' },
    { on: on(-2), what: 'charger off', answer: ' ' },
  ]
  expect(measuresOf([measure(1, { state: 'inForce', violations })], today)[0]?.openViolations.map(({ what }) => what)).toEqual([
    'charger off',
  ])
})
