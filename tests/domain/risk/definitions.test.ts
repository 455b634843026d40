import { slotsOf } from '#domain/risk/definition.ts'
import { definitionOf, riskDefinitions, versionsOf } from '#domain/risk/definitions.ts'
import type { Answers } from '#domain/risk/item-answer.ts'
import { scoreAssessment } from '#domain/risk/score-assessment.ts'
import { gravestTopics } from '#domain/risk/topics.ts'
import { riskToolNames, riskTools } from '#domain/risk-tool.ts'
import { expect, test } from 'vitest'

const all = riskToolNames.flatMap((tool) =>
  versionsOf(tool).map((definition) => [`${tool} ${definition.version}`, tool, definition] as const),
)

test.each(all)('%s asks each thing once and numbers each item once', (_, __, { items }) => {
  expect(new Set(items.map(({ topic }) => topic)).size).toBe(items.length)
  expect(new Set(items.map(({ number }) => number)).size).toBe(items.length)
})

test.each(all.filter(([, , { scoring, items }]) => scoring.kind === 'sum' && items.length > 0))(
  '%s gives all of its sums and none beyond, by its least and most answers',
  (_, __, definition) => {
    const sumOf = (isYes: (weight: number) => boolean) => {
      const answers: Answers = Object.fromEntries(
        slotsOf(definition).map(({ key, item }) => [key, isYes(item.weight ?? 1) ? ('yes' as const) : ('no' as const)]),
      )
      return scoreAssessment(definition, answers)
    }
    expect(sumOf((weight) => weight > 0)).toMatchObject({ score: definition.most })
    expect(sumOf((weight) => weight < 0)).toMatchObject({ score: definition.least })
  },
)

test.each(all)('%s keeps within the limits that its tool has everywhere', (_, tool, { least, most }) => {
  expect(least).toBeGreaterThanOrEqual(riskTools[tool].least)
  expect(most).toBeLessThanOrEqual(riskTools[tool].most)
})

test('the numbers of items are those of the tools', () => {
  const counts = Object.entries(riskDefinitions).map(([tool, versions]) => [tool, versions.map(({ items }) => items.length)])
  expect(Object.fromEntries(counts)).toEqual({
    dash: [24, 27],
    dangerAssessment: [21, 0, 0],
    da5: [5, 5],
    daLe: [0],
    lap: [11],
    odara: [13],
    bSafer: [15, 10],
    other: [0],
  })
})

test('a version that a team wrote itself is not taken for one of ours', () => {
  expect(definitionOf('dash', 'our own copy')).toBeNull()
  expect(definitionOf('dash', 'v2-15')).toBeNull()
})

test('the gravest signs are each named once', () => {
  expect(new Set(gravestTopics).size).toBe(gravestTopics.length)
})
