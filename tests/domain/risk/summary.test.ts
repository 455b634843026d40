import { addDays, isoDate } from '#domain/dates.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { scoreOf } from '#domain/record/assessment-score.ts'
import type { Entry } from '#domain/record/entry.ts'
import { Incident } from '#domain/record/incident.ts'
import { riskHistory, trendOf } from '#domain/risk/history.ts'
import { riskSummary } from '#domain/risk/risk-summary.ts'
import { isStale, stalenessOf } from '#domain/risk/staleness.ts'
import { expect, test } from 'vitest'
import { entry } from '../record/entries.ts'

const today = isoDate('2026-11-25')
const clock = { today, staleDays: 90 }

function assessed(id: number, on: string, given: Partial<typeof Assessment._input> = {}) {
  return entry(
    id,
    Assessment.parse({
      kind: 'assessment',
      tool: 'dash',
      toolVersion: 'safelives-24',
      completedOn: on,
      result: { kind: 'score', score: 14 },
      ...given,
    }),
  )
}
function incident(id: number, on: string) {
  return entry(id, Incident.parse({ kind: 'incident', incident: 'threats', on }))
}
const scored = (score: number) => ({ result: { kind: 'score' as const, score } })

function summary(entries: readonly Entry[], referrals: Parameters<typeof riskSummary>[0]['referrals'] = []) {
  return riskSummary({ entries, referrals, ...clock })
}

test.each([
  [90, false],
  [91, true],
])('after %i days an assessment is old: %s', (days, expected) => {
  const standing = stalenessOf(addDays(today, -days), [], clock)
  expect(standing).toEqual({ days, isOld: expected, incidentOn: null })
  expect(isStale(standing)).toBe(expected)
})

test('an incident makes an assessment stale from the day after it, and the first one is named', () => {
  const on = (day: string) => ({ on: isoDate(day), identifiedOn: null })
  const completed = isoDate('2026-11-10')
  expect(isStale(stalenessOf(completed, [on('2026-11-10'), on('2026-10-01')], clock))).toBe(false)
  expect(stalenessOf(completed, [on('2026-11-20'), on('2026-11-11')], clock).incidentOn).toBe('2026-11-11')
  expect(summary([assessed(1, '2026-11-10'), incident(2, '2026-11-11')])?.staleness.incidentOn).toBe('2026-11-11')
})

test('an incident of before that came to be known after an assessment makes it stale, one of its own day does not', () => {
  const [completed, known] = [isoDate('2026-10-10'), isoDate('2026-10-20')]
  expect(stalenessOf(completed, [{ on: isoDate('2026-10-09'), identifiedOn: known }], clock).incidentOn).toBe(known)
  expect(stalenessOf(completed, [{ on: completed, identifiedOn: known }], clock).incidentOn).toBeNull()
  expect(stalenessOf(completed, [{ on: isoDate('2026-10-09'), identifiedOn: completed }], clock).incidentOn).toBeNull()
})

test('an incident that a referral tells of without its kind makes what was assessed before stale, and not the score of the same referral', () => {
  const referral = { risk: null, receivedOn: isoDate('2026-11-10'), incidentOn: isoDate('2026-11-09'), incidentKind: null }
  expect(summary([assessed(1, '2026-11-05')], [referral])?.staleness.incidentOn).toBe('2026-11-10')
  expect(summary([assessed(1, '2026-11-05')], [{ ...referral, incidentKind: 'threats' }])?.staleness.incidentOn).toBeNull()
  const risk = { tool: 'dash', score: 15, assessedOn: isoDate('2026-11-09') } as const
  expect(summary([], [{ ...referral, risk, incidentOn: isoDate('2026-11-08') }])?.staleness.incidentOn).toBeNull()
})

test('nothing is said of a case that nobody has assessed', () => {
  expect(summary([incident(1, '2026-11-11')])).toBeNull()
})

test('the newest assessment is compared with the one before it of the same tool and version, and with no other', () => {
  const entries = [
    assessed(1, '2026-08-01', scored(14)),
    assessed(2, '2026-09-01', { ...scored(20), toolVersion: 'police-27' }),
    assessed(3, '2026-10-01', { tool: 'dangerAssessment', toolVersion: 'female-victim-male-partner', ...scored(9) }),
    assessed(4, '2026-11-01', scored(17)),
  ]
  expect(summary(entries)?.trend).toEqual({ direction: 'up', from: 14, on: '2026-08-01' })
  expect(summary([...entries, assessed(5, '2026-11-02', { ...scored(18), toolVersion: 'police-27' })])?.trend).toMatchObject({
    direction: 'down',
    from: 20,
  })
  const other = riskHistory(
    [...entries, assessed(5, '2026-11-02', { tool: 'dangerAssessment', toolVersion: 'same-sex', ...scored(9) })],
    [],
  )
  expect(trendOf(other, other.at(-1)!)).toBeNull()
})

test('scores of referrals are part of the history, and of one day the record comes last', () => {
  const risk = { tool: 'dash', score: 12, assessedOn: isoDate('2026-11-01') } as const
  const referrals = [
    { risk, receivedOn: isoDate('2026-11-03'), incidentOn: null, incidentKind: null },
    { risk: { ...risk, score: 11, assessedOn: null }, receivedOn: isoDate('2026-10-03'), incidentOn: null, incidentKind: null },
  ]
  expect(riskHistory([assessed(1, '2026-11-01')], referrals).map(({ on, score, entryId }) => [on, score, entryId])).toEqual([
    ['2026-10-03', 11, null],
    ['2026-11-01', 12, null],
    ['2026-11-01', 14, 1],
  ])
  expect(summary([], referrals)).toMatchObject({ score: 12, level: 'standard', trend: { direction: 'up', from: 11 } })
})

test('a checklist that has only begun does not stand before what is known, until it says enough', () => {
  const begun = (answers: Record<string, 'yes' | 'no'>) =>
    assessed(2, '2026-11-10', { tool: 'lap', toolVersion: '11', result: { kind: 'answers', answers } })
  const before = assessed(1, '2026-11-01', scored(17))
  expect(summary([before, begun({ gun: 'yes' })])).toMatchObject({ tool: 'dash', score: 17, unfinished: 2 })
  expect(scoreOf(begun({ gun: 'yes' }).content)).toBeNull()
  expect(summary([before, begun({ threatToKill: 'yes' })])).toMatchObject({
    tool: 'lap',
    level: 'high',
    unfinished: null,
    signs: ['threatToKill'],
  })
})

test('signs are named gravest first, with what is unknown and what is still called for', () => {
  const answers = {
    stalking: 'yes',
    strangulation: 'yes',
    gun: 'yes',
    lowMood: 'yes',
    ownSuicidality: 'yes',
    separation: 'unknown',
  } as const
  const da = assessed(1, '2026-11-10', {
    tool: 'dangerAssessment',
    toolVersion: 'female-victim-male-partner',
    result: { kind: 'answers', answers },
    judgement: { level: 'extreme', reason: 'He counts her steps.' },
  })
  expect(summary([da])).toMatchObject({
    signs: ['strangulation', 'gun', 'stalking', 'ownSuicidality'],
    unknown: 1,
    calls: ['response'],
    level: 'extreme',
    judgement: { reason: 'He counts her steps.' },
  })
})

test('a checklist that nobody has filled in yet states no level: least of all that the danger is small', () => {
  const empty = { tool: 'dash', toolVersion: 'safelives-24', result: { kind: 'answers', answers: {} } } as const
  expect(summary([assessed(1, '2026-11-10', empty)])).toMatchObject({ level: null, isConclusive: false })
})

test('a tool without a sum states no level until somebody judges', () => {
  const given = { tool: 'bSafer', toolVersion: 'v2-15', result: { kind: 'answers', answers: {} } } as const
  expect(summary([assessed(1, '2026-11-10', given)])).toMatchObject({ level: null, score: null })
  expect(summary([assessed(1, '2026-11-10', { ...given, judgement: { level: 'medium', reason: 'Invented.' } })])).toMatchObject({
    level: 'medium',
    score: null,
  })
})
