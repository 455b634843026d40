import { addDays, isoDate } from '#domain/dates.ts'
import { Incident } from '#domain/record/incident.ts'
import { Measure } from '#domain/record/measure.ts'
import { earlyReviewReasons, riskDates, risksSince } from '#domain/record/risk-dates.ts'
import { describe, expect, test } from 'vitest'
import { entry, link } from './entries.ts'

const today = isoDate('2026-11-25')
const on = (days: number) => addDays(today, days)

describe('the days that raise a case for early review', () => {
  test('are those of the next fourteen days, today and the last included, soonest first', () => {
    const entries = [
      link(1, 'hearing', 'planned', { on: on(14) }),
      link(2, 'release', 'planned', { on: on(0) }),
      link(3, 'separation', 'waiting', { on: on(5) }),
      link(4, 'childContact', 'planned', { on: on(15) }),
    ]
    expect(riskDates(entries, today).map(({ kind, days }) => [kind, days])).toEqual([
      ['release', 0],
      ['separation', 5],
      ['hearing', 14],
    ])
    expect(riskDates(entries, today, 3).map(({ kind }) => kind)).toEqual(['release'])
  })

  test('are not those that are done, dropped, without a day, or of no risk', () => {
    expect(
      riskDates(
        [
          link(1, 'hearing', 'done', { on: on(0) }),
          link(2, 'release', 'dropped', { on: on(2) }),
          link(3, 'release', 'planned'),
          link(4, 'charge', 'planned', { on: on(2) }),
        ],
        today,
      ),
    ).toEqual([])
  })

  test('include the end of a measure that is in force', () => {
    const measure = (state: 'inForce' | 'ended') => entry(1, Measure.parse({ kind: 'measure', measure: 'gps', state, until: on(4) }))
    expect(riskDates([measure('inForce')], today)).toEqual([{ entryId: 1, kind: 'measureEnds', on: on(4), days: 4 }])
    expect(riskDates([measure('ended')], today)).toEqual([])
  })

  test('include what has happened and was not before a meeting since', () => {
    const entries = [
      link(1, 'orderViolated', 'done', { on: on(-6) }),
      link(2, 'release', 'done', { on: on(-15) }),
      entry(3, Incident.parse({ kind: 'incident', incident: 'threats', on: on(-40), identifiedOn: on(-2) })),
      entry(4, Measure.parse({ kind: 'measure', measure: 'gps', state: 'inForce', violations: [{ on: on(-3), what: 'zone' }] })),
    ]
    expect(risksSince(entries, today, null).map(({ kind, days }) => [kind, days])).toEqual([
      ['orderViolated', -6],
      ['measureViolated', -3],
      ['incident', -2],
    ])
    expect(risksSince(entries, today, on(-3)).map(({ kind }) => kind)).toEqual(['measureViolated', 'incident'])
    expect(risksSince(entries, today, today)).toEqual([])
    expect(earlyReviewReasons([...entries, link(5, 'hearing', 'planned', { on: on(1) })], today, on(-2)).map(({ kind }) => kind)).toEqual([
      'incident',
      'hearing',
    ])
  })
})
