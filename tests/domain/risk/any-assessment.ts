import { addDays, isoDate } from '#domain/dates.ts'
import { slotsOf } from '#domain/risk/definition.ts'
import { versionsOf } from '#domain/risk/definitions.ts'
import { itemAnswers } from '#domain/risk/item-answer.ts'
import { riskLevels } from '#domain/risk/risk-level.ts'
import { riskToolNames } from '#domain/risk-tool.ts'
import fc from 'fast-check'

const versions = riskToolNames.flatMap((tool) => [
  ...versionsOf(tool).map(({ version }) => ({ tool, version: version as string })),
  { tool, version: 'our own' },
])
const bands = riskToolNames.flatMap((tool) => versionsOf(tool).flatMap(({ scoring }) => scoring.bands.map(({ band }) => band as string)))

/** Anything that the form of an assessment could be made to send, right or wrong. */
export const anyAssessment = fc.constantFrom(...versions).chain(({ tool, version }) => {
  const definition = versionsOf(tool).find((each) => each.version === version) ?? versionsOf(tool)[0]
  const keys = slotsOf(definition).map(({ key }) => key)
  const mostly = (usual: (typeof itemAnswers)[number]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...itemAnswers) })
  const alone = (only: (typeof itemAnswers)[number]) => fc.constant(only)
  const answers = fc
    .constantFrom(mostly('yes'), mostly('yes'), mostly('no'), alone('no'), alone('unknown'), alone('notAnswered'))
    .chain((answer) => fc.array(answer, { minLength: keys.length, maxLength: keys.length }))
    .map((given) => Object.fromEntries(keys.map((key, index) => [key, given[index] ?? 'no'])))
  return fc.record({
    kind: fc.constant('assessment' as const),
    tool: fc.constant(tool),
    toolVersion: fc.constant(version),
    completedOn: fc.integer({ min: 0, max: 300 }).map((days) => addDays(isoDate('2026-01-10'), days)),
    result: fc.oneof(
      fc.record({
        kind: fc.constant('score' as const),
        score: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 5 })),
        unknowns: fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
      }),
      fc.record({ kind: fc.constant('band' as const), band: fc.constantFrom(...bands, 'anything') }),
      fc.record({ kind: fc.constant('answers' as const), answers }),
    ),
    judgement: fc.option(fc.record({ level: fc.constantFrom(...riskLevels), reason: fc.constant('He counts her steps.') }), { nil: null }),
  })
})
