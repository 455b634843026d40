import { isoDate } from '#domain/dates.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { assessmentProblems } from '#domain/risk/assessment-problems.ts'
import { type RiskDefinition, slotsOf } from '#domain/risk/definition.ts'
import { versionsOf } from '#domain/risk/definitions.ts'
import type { ItemAnswer } from '#domain/risk/item-answer.ts'
import { judgementFloor, levelOf } from '#domain/risk/judgement.ts'
import { isAtLeast, riskLevels } from '#domain/risk/risk-level.ts'
import { riskToolNames } from '#domain/risk-tool.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAssessment } from './any-assessment.ts'

test('whatever is entered, what has no problem is never held to be lower than its tool says', () => {
  let lowered = 0
  fc.assert(
    fc.property(anyAssessment, (typed) => {
      const assessment = Assessment.parse(typed)
      const floor = judgementFloor(assessment)
      const isBelow = assessment.judgement !== null && !isAtLeast(assessment.judgement.level, floor)
      if (isBelow) lowered += 1
      const problems = assessmentProblems(assessment)
      expect(problems.some(({ problem }) => problem === 'lowersRisk')).toBe(isBelow)
      expect(isAtLeast(levelOf(assessment), floor)).toBe(true)
    }),
    { numRuns: 3000 },
  )
  expect(lowered).toBeGreaterThan(100)
})

/** The floor of a tool whose items are all yes, counted by hand from domain.md 5: an oracle that does not score. */
const highest: Readonly<Record<string, string>> = { dash: 'high', dangerAssessment: 'extreme', da5: 'extreme', lap: 'high', odara: 'high' }

test.each(Object.entries(highest))('with every item yes, only the levels from %s %s upwards can be judged', (name, floor) => {
  for (const tool of riskToolNames.filter((each) => each === name)) {
    for (const definition of versionsOf(tool).filter(({ items }) => items.length > 0)) {
      const answers = Object.fromEntries(
        slotsOf(definition).map(({ key, item }) => [key, (item.weight ?? 1) < 0 ? ('no' as const) : ('yes' as const)]),
      )
      const accepted = riskLevels.filter((level) => assessmentProblems(judged(tool, definition, answers, level)).length === 0)
      expect(accepted).toEqual(riskLevels.slice(riskLevels.findIndex((level) => level === floor)))
    }
  }
})

function judged(tool: (typeof riskToolNames)[number], { version }: RiskDefinition, answers: Record<string, ItemAnswer>, level: string) {
  return Assessment.parse({
    kind: 'assessment',
    tool,
    toolVersion: version,
    completedOn: isoDate('2026-11-02'),
    result: { kind: 'answers', answers },
    judgement: { level, reason: 'He counts her steps.' },
  })
}

test('a further yes never lowers the floor, except where the tool takes something away for it', () => {
  const definitions = riskToolNames
    .flatMap((tool) => versionsOf(tool).map((definition) => ({ tool, definition })))
    .filter(({ definition }) => definition.items.length > 0)
  fc.assert(
    fc.property(
      fc.constantFrom(...definitions),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      ({ tool, definition }, chance) => {
        const slots = slotsOf(definition)
        const pick = () => chance.next().value ?? 0
        const answers = Object.fromEntries(
          slots.map(({ key }) => [key, definition.answers[Math.floor(pick() * definition.answers.length)] ?? 'no']),
        )
        const { key, item } = slots[Math.floor(pick() * slots.length)] ?? slots[0]!
        fc.pre((item.weight ?? 1) >= 0 && answers[key] !== 'unknown')
        const floorWith = (given: Record<string, ItemAnswer>) =>
          judgementFloor({ tool, toolVersion: definition.version, result: { kind: 'answers', answers: given } })
        expect(isAtLeast(floorWith({ ...answers, [key]: 'yes' }), floorWith(answers))).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})
