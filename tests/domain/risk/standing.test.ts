import { Assessment } from '#domain/record/assessment.ts'
import { isoDate } from '#domain/dates.ts'
import { assessmentProblems } from '#domain/risk/assessment-problems.ts'
import { isHighByRecord } from '#domain/risk/high-by-record.ts'
import { riskHistory } from '#domain/risk/history.ts'
import { isConclusive, statedLevel } from '#domain/risk/judgement.ts'
import { riskSummary } from '#domain/risk/risk-summary.ts'
import { slotsOf } from '#domain/risk/definition.ts'
import { riskDefinitions } from '#domain/risk/definitions.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entry } from '../record/entries.ts'
import { anyAssessment } from './any-assessment.ts'
import { isHighByTheBook } from './high-by-the-book.ts'

type Given = Omit<typeof Assessment._input, 'kind' | 'completedOn' | 'toolVersion'> & { readonly toolVersion?: string }

function assessed(on: string, { toolVersion, ...given }: Given): Assessment {
  return Assessment.parse({
    kind: 'assessment',
    completedOn: on,
    toolVersion: toolVersion ?? riskDefinitions[given.tool][0].version,
    ...given,
  })
}
function historyOf(contents: readonly Assessment[]) {
  return riskHistory(
    contents.map((content, index) => entry(index + 1, content)),
    [],
  )
}
const judged = (level: 'standard' | 'high' | 'extreme') => ({ level, reason: 'He counts her steps.' })
const allUnknown = (tool: 'odara' | 'dash') => ({
  kind: 'answers' as const,
  answers: Object.fromEntries(slotsOf(riskDefinitions[tool][0]).map(({ key }) => [key, 'unknown' as const])),
})
const score = (value: number, unknowns: number | null = null) => ({ kind: 'score' as const, score: value, unknowns })

const high: readonly (readonly [string, Given])[] = [
  ['a DASH of 9 that judgement raised', { tool: 'dash', result: score(9), judgement: judged('extreme') }],
  ['a DASH of 20', { tool: 'dash', result: score(20) }],
  ['a LAP screened in by an early item', { tool: 'lap', result: { kind: 'answers', answers: { weapon: 'yes' } } }],
]
const without: readonly (readonly [string, Given])[] = [
  ['a number without a cut-off', { tool: 'daLe', result: score(8) }],
  ['a word of the team for a band', { tool: 'other', result: { kind: 'band', band: 'amber' } }],
  ['an ODARA that cannot be scored', { tool: 'odara', result: allUnknown('odara') }],
  ['a DASH with every answer unknown', { tool: 'dash', result: allUnknown('dash') }],
  ['a number of yes on the LAP that may be among the first items', { tool: 'lap', result: score(3) }],
  ['a DASH of 12 with two unknown', { tool: 'dash', result: score(12, 2) }],
  ['a judgement beside a number without a cut-off', { tool: 'other', result: score(3), judgement: judged('standard') }],
  ['a summary of B-SAFER', { tool: 'bSafer', result: { kind: 'band', band: 'low' } }],
]

test.each(high.flatMap(([one, first]) => without.map(([other, second]) => [one, other, first, second] as const)))(
  '%s stands before %s of a later day, which is named beside it',
  (_, __, first, second) => {
    const contents = [assessed('2026-10-01', first), assessed('2026-10-03', second)]
    const history = historyOf(contents)
    expect(isHighByRecord(history)).toBe(true)
    const summary = riskSummary({
      entries: contents.map((content, index) => entry(index + 1, content)),
      referrals: [],
      today: isoDate('2026-10-04'),
      staleDays: 90,
    })
    expect(summary).toMatchObject({ on: '2026-10-01', since: { on: '2026-10-03' } })
  },
)

test('a tool that says by itself that the risk is lower replaces what stood, from a later day', () => {
  const lower = { tool: 'dash', result: score(3) } as const
  for (const [, first] of high) {
    expect(isHighByRecord(historyOf([assessed('2026-10-01', first), assessed('2026-10-02', lower)]))).toBe(false)
    expect(isHighByRecord(historyOf([assessed('2026-10-01', first), assessed('2026-10-01', lower)]))).toBe(true)
    expect(isHighByRecord(historyOf([assessed('2026-10-03', first), assessed('2026-10-02', lower)]))).toBe(true)
  }
})

test('the same judgement made anew replaces itself, and uncovers what a tool had said before it', () => {
  const spoken = (band: string) => ({ tool: 'bSafer', result: { kind: 'band', band } }) as const
  const both = [assessed('2026-10-01', spoken('high')), assessed('2026-10-02', spoken('low'))]
  expect(isHighByRecord(historyOf(both))).toBe(false)
  expect(isHighByRecord(historyOf([assessed('2026-09-01', { tool: 'dash', result: score(20) }), ...both]))).toBe(true)
})

test('of a LAP below four yes the number alone says nothing; none at all says that she is not screened in, and four that she is', () => {
  const said = (value: number) => {
    const lap = assessed('2026-10-01', { tool: 'lap', result: score(value) })
    return [statedLevel(lap), isConclusive(lap)]
  }
  expect([0, 1, 3, 4].map(said)).toEqual([
    ['standard', true],
    [null, true],
    [null, true],
    ['high', true],
  ])
  expect(statedLevel(assessed('2026-10-01', { tool: 'lap', result: score(2), judgement: judged('high') }))).toBe('high')
})

test('whatever was assessed, a case is high where the book says so', () => {
  const seen = { true: 0, false: 0 }
  fc.assert(
    fc.property(fc.array(anyAssessment, { maxLength: 6 }), (typed) => {
      const contents = typed.map((each) => Assessment.parse(each)).filter((each) => assessmentProblems(each).length === 0)
      const expected = isHighByTheBook(contents)
      seen[`${expected}`] += 1
      expect(isHighByRecord(historyOf(contents))).toBe(expected)
    }),
    { numRuns: 5000 },
  )
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500)
})
