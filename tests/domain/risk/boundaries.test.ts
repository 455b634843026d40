import { isoDate } from '#domain/dates.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { ReferralCriteria } from '#domain/referral.ts'
import { assessmentProblems } from '#domain/risk/assessment-problems.ts'
import { slotsOf } from '#domain/risk/definition.ts'
import { definitionOf } from '#domain/risk/definitions.ts'
import type { Answers, ItemAnswer } from '#domain/risk/item-answer.ts'
import { outstandingCalls } from '#domain/risk/result-of.ts'
import { floorOf, type RiskResult } from '#domain/risk/risk-result.ts'
import { calledFor, scoreAssessment } from '#domain/risk/score-assessment.ts'
import { meetsVisibleHighRisk, type RiskTool } from '#domain/risk-tool.ts'
import { expect, test } from 'vitest'

// The rows of domain.md 5.4, each by its words.

function definition(tool: RiskTool, version: string) {
  const found = definitionOf(tool, version)
  if (found === null) throw new Error(`no such version: ${tool} ${version}`)
  return found
}
const dash = definition('dash', 'safelives-24')
const police = definition('dash', 'police-27')
const da = definition('dangerAssessment', 'female-victim-male-partner')
const da5 = definition('da5', 'strangulation-2017')
const lap = definition('lap', '11')
const odara = definition('odara', '13')
const bSafer = definition('bSafer', 'v2-15')

/** Answers to items by their numbers in the tool, and one answer to all others. */
function answered(of: typeof dash, some: Readonly<Record<string, ItemAnswer>>, others?: ItemAnswer): Answers {
  const pairs = slotsOf(of).flatMap(({ key, item }) => {
    const answer = some[item.number] ?? others
    return answer === undefined ? [] : [[key, answer] as const]
  })
  return Object.fromEntries(pairs)
}
function first(count: number, answer: ItemAnswer): Record<string, ItemAnswer> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), answer]))
}
function from(start: number, count: number, answer: ItemAnswer): Record<string, ItemAnswer> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [String(start + index), answer]))
}

const rows: readonly (readonly [string, () => RiskResult, object])[] = [
  [
    'DASH | 13 yes',
    () => scoreAssessment(dash, answered(dash, first(13, 'yes'), 'no')),
    { score: 13, band: { band: 'belowThreshold' }, unknown: 0 },
  ],
  ['DASH | 14 yes', () => scoreAssessment(dash, answered(dash, first(14, 'yes'), 'no')), { score: 14, band: { band: 'visibleHighRisk' } }],
  [
    "DASH | 13 yes + 11 don't know",
    () => scoreAssessment(dash, answered(dash, first(13, 'yes'), 'unknown')),
    { score: 13, band: { band: 'belowThreshold' }, unknown: 11, open: 0 },
  ],
  [
    'DASH, police version | 13 yes',
    () => scoreAssessment(police, answered(police, first(13, 'yes'), 'no')),
    { band: { band: 'belowThreshold' } },
  ],
  [
    'DASH, police version | all yes',
    () => scoreAssessment(police, answered(police, {}, 'yes')),
    { score: 27, band: { band: 'visibleHighRisk' } },
  ],
  ['LAP | no, no, no + 3 of 8', () => scoreAssessment(lap, answered(lap, from(4, 3, 'yes'), 'no')), { screenedInBy: null, yes: 3 }],
  ['LAP | no, no, no + 4 of 8', () => scoreAssessment(lap, answered(lap, from(4, 4, 'yes'), 'no')), { screenedInBy: 'count', yes: 4 }],
  [
    'LAP | one yes on 1-3, nothing else',
    () => scoreAssessment(lap, answered(lap, { 3: 'yes' }, 'no')),
    { screenedInBy: 'firstItems', yes: 1 },
  ],
  [
    'LAP | one yes on 1-3, nothing else asked',
    () => scoreAssessment(lap, answered(lap, { 1: 'yes' })),
    { screenedInBy: 'firstItems', open: 10 },
  ],
  [
    'LAP | not screened in + officer belief',
    () => scoreAssessment(lap, answered(lap, from(4, 3, 'yes'), 'no'), { isBelieved: true }),
    { screenedInBy: 'belief' },
  ],
  [
    'LAP | screened in + officer belief is no override',
    () => scoreAssessment(lap, answered(lap, { 1: 'yes' }, 'no'), { isBelieved: true }),
    { screenedInBy: 'firstItems' },
  ],
  [
    'LAP | did not answer is not a no',
    () => scoreAssessment(lap, answered(lap, from(4, 3, 'yes'), 'notAnswered')),
    { screenedInBy: null, unknown: 8, open: 0 },
  ],
  [
    'DA | total 7',
    () => scoreAssessment(da, answered(da, { 2: 'yes', 1: 'yes', 10: 'yes' }, 'no')),
    { score: 7, band: { band: 'variable' } },
  ],
  ['DA | total 8', () => scoreAssessment(da, answered(da, { 2: 'yes', 5: 'yes' }, 'no')), { score: 8, band: { band: 'increased' } }],
  [
    'DA | total 13',
    () => scoreAssessment(da, answered(da, { 2: 'yes', 3: 'yes', 4: 'yes' }, 'no')),
    { score: 13, band: { band: 'increased' } },
  ],
  [
    'DA | total 14',
    () => scoreAssessment(da, answered(da, { 2: 'yes', 3: 'yes', 4: 'yes', 1: 'yes' }, 'no')),
    { score: 14, band: { band: 'severe' } },
  ],
  [
    'DA | total 17',
    () => scoreAssessment(da, answered(da, { 2: 'yes', 3: 'yes', 4: 'yes', 1: 'yes', 5: 'yes' }, 'no')),
    { score: 17, band: { band: 'severe' } },
  ],
  [
    'DA | total 18',
    () => scoreAssessment(da, answered(da, { 2: 'yes', 3: 'yes', 4: 'yes', 1: 'yes', 5: 'yes', 10: 'yes' }, 'no')),
    { score: 18, band: { band: 'extreme' } },
  ],
  ['DA | 3a yes: 3 subtracted', () => scoreAssessment(da, answered(da, { 2: 'yes', '3a': 'yes' }, 'no')), { score: 2 }],
  ['DA | 3a yes only', () => scoreAssessment(da, answered(da, { '3a': 'yes' }, 'no')), { score: -3, band: { band: 'variable' } }],
  ['DA | item 20 yes only', () => scoreAssessment(da, answered(da, { 20: 'yes' }, 'no')), { score: 0, band: { band: 'variable' } }],
  [
    'DA | all 1-19 yes, 3a no',
    () => scoreAssessment(da, answered(da, { '3a': 'no', 20: 'no' }, 'yes')),
    { score: 37, band: { band: 'extreme' } },
  ],
  ['DA-5 | 1 yes', () => scoreAssessment(da5, answered(da5, first(1, 'yes'), 'no')), { band: { band: 'routine' } }],
  ['DA-5 | 2 yes', () => scoreAssessment(da5, answered(da5, first(2, 'yes'), 'no')), { band: { band: 'elevated' } }],
  ['DA-5 | 3 yes', () => scoreAssessment(da5, answered(da5, first(3, 'yes'), 'no')), { band: { band: 'high' } }],
  ['DA-5 | 4 yes', () => scoreAssessment(da5, answered(da5, first(4, 'yes'), 'no')), { band: { band: 'highest' } }],
  [
    'ODARA | 5 unknown',
    () => scoreAssessment(odara, answered(odara, { ...first(4, 'yes'), ...from(5, 5, 'unknown') }, 'no')),
    { kind: 'scored', score: 7, proratedFrom: 4, unknown: 5, band: { band: 'norm7to13' } },
  ],
  [
    'ODARA | 6 unknown',
    () => scoreAssessment(odara, answered(odara, { ...first(4, 'yes'), ...from(5, 6, 'unknown') }, 'no')),
    { kind: 'notScorable', unknown: 6 },
  ],
  [
    'ODARA | norm bands: 4',
    () => scoreAssessment(odara, answered(odara, first(4, 'yes'), 'no')),
    { score: 4, band: { band: 'norm4' }, proratedFrom: null },
  ],
  ['ODARA | norm bands: 5', () => scoreAssessment(odara, answered(odara, first(5, 'yes'), 'no')), { band: { band: 'norm5to6' } }],
  ['ODARA | norm bands: 6', () => scoreAssessment(odara, answered(odara, first(6, 'yes'), 'no')), { band: { band: 'norm5to6' } }],
  ['ODARA | norm bands: 7', () => scoreAssessment(odara, answered(odara, first(7, 'yes'), 'no')), { band: { band: 'norm7to13' } }],
  [
    'B-SAFER | anything',
    () => scoreAssessment(bSafer, answered(bSafer, first(9, 'possible'), 'yes')),
    { kind: 'noSum', presence: { yes: 12, possible: 18, no: 0 } },
  ],
]

test.each(rows)('%s', (_, run, expected) => {
  expect(run()).toMatchObject(expected)
})

test('B-SAFER | no computed level', () => {
  const result = scoreAssessment(bSafer, answered(bSafer, {}, 'yes'))
  expect(result).not.toHaveProperty('score')
  expect(result).not.toHaveProperty('band')
  expect(floorOf(result)).toBe('standard')
})

function assessed(given: Partial<typeof Assessment._input>) {
  return Assessment.parse({
    kind: 'assessment',
    tool: 'dash',
    toolVersion: 'safelives-24',
    completedOn: isoDate('2026-11-02'),
    result: { kind: 'score', score: 14 },
    ...given,
  })
}

test('DASH | 14 yes, user tries to lower: refused, by score, by band and by answers', () => {
  const judgement = { level: 'medium', reason: 'She seemed calm.' } as const
  const refused = [{ path: 'judgement.level', problem: 'lowersRisk' }]
  expect(assessmentProblems(assessed({ judgement }))).toEqual(refused)
  expect(assessmentProblems(assessed({ judgement, result: { kind: 'band', band: 'visibleHighRisk' } }))).toEqual(refused)
  const answers = answered(dash, first(14, 'yes'), 'no') as Record<string, ItemAnswer>
  expect(assessmentProblems(assessed({ judgement, result: { kind: 'answers', answers } }))).toEqual(refused)
  expect(assessmentProblems(assessed({ judgement, toolVersion: 'our own copy' }))).toEqual(refused)
  expect(assessmentProblems(assessed({ judgement, result: { kind: 'score', score: 13 } }))).toEqual([])
})

test('DASH | 9 yes + judgement without reasons: refused; with reasons: met by judgement', () => {
  expect(ReferralCriteria.safeParse({ professionalJudgement: true }).success).toBe(false)
  expect(ReferralCriteria.safeParse({ professionalJudgement: true, judgementReason: 'He counts her steps.' }).success).toBe(true)
  const nine = { result: { kind: 'score', score: 9 } } as const
  const judged = (reason: string) => Assessment.safeParse({ ...assessed(nine), judgement: { level: 'high', reason } })
  expect(judged('').success).toBe(false)
  expect(judged('  ').success).toBe(false)
  expect(judged('He counts her steps.').success).toBe(true)
})

test('DA | item 20 "yes" only: response demanded until one is written', () => {
  const answers = answered(da, { 20: 'yes' }, 'no') as Record<string, ItemAnswer>
  const given = { tool: 'dangerAssessment', toolVersion: da.version, result: { kind: 'answers', answers } } as const
  expect(calledFor(da, answers)).toEqual(['response'])
  expect(outstandingCalls(assessed(given))).toEqual(['response'])
  expect(outstandingCalls(assessed({ ...given, response: 'Crisis line called with her.' }))).toEqual([])
  expect(calledFor(da, answered(da, {}, 'no'))).toEqual([])
})

test('DA | items 3 and 3a both "yes" are refused: the one leaves nothing for the other', () => {
  const given = (more: Record<string, ItemAnswer>) => {
    const answers = { ...(answered(da, { 3: 'yes' }, 'no') as Record<string, ItemAnswer>), ...more }
    return assessmentProblems(assessed({ tool: 'dangerAssessment', toolVersion: da.version, result: { kind: 'answers', answers } }))
  }
  expect(given({ neverLivedTogether: 'yes' })).toEqual([{ path: 'result.answers.neverLivedTogether', problem: 'contradicts' }])
  expect(given({ neverLivedTogether: 'unknown' })).toEqual([])
  expect(given({ neverLivedTogether: 'yes', separation: 'no' })).toEqual([])
})

test('DA-5 | strangulation calls for a medical examination, whatever the sum', () => {
  expect(calledFor(da5, answered(da5, { 4: 'yes' }, 'no'))).toEqual(['medicalExamination'])
})

test.each([
  ['dash', 13, false],
  ['dash', 14, true],
  ['dangerAssessment', 13, false],
  ['dangerAssessment', 14, true],
  ['da5', 2, false],
  ['da5', 3, true],
  ['lap', 3, false],
  ['lap', 4, true],
  ['odara', 6, false],
  ['odara', 7, true],
  ['daLe', 11, false],
  ['other', 1000, false],
] as const)('%s with a score of %i alone meets visible high risk: %s', (tool, score, expected) => {
  expect(meetsVisibleHighRisk({ tool, score, assessedOn: null })).toBe(expected)
})
