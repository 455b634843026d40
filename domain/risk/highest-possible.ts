import { assertNever } from '../assert-never.ts'
import type { Assessment } from '../record/assessment.ts'
import { type RiskDefinition, slotsOf } from './definition.ts'
import type { Answers } from './item-answer.ts'
import { definitionFor, resultOf } from './result-of.ts'
import type { RiskLevel } from './risk-level.ts'
import { toolLevelOf } from './risk-result.ts'

type Judged = Pick<Assessment, 'tool' | 'toolVersion' | 'result' | 'judgement'>

/** The answers with everything that is not known answered yes, where a yes adds. */
function asIfYes(definition: RiskDefinition, answers: Answers): Assessment['result'] {
  const assumed = slotsOf(definition)
    .filter(({ key, item }) => answers[key] !== 'no' && answers[key] !== 'possible' && (answers[key] === 'yes' || (item.weight ?? 1) >= 0))
    .map(({ key }) => [key, 'yes' as const])
  return { kind: 'answers', answers: Object.fromEntries(assumed) }
}

/** The score that a number could be, if each of its unknown answers were a yes of the heaviest item. */
function atMostScore({ items, most, scoring }: RiskDefinition, score: number, unknowns: number): number {
  if (scoring.kind === 'screen' && unknowns > 0) return most
  const heaviest = Math.max(1, ...items.map(({ weight }) => weight ?? 1))
  return Math.min(most, score + unknowns * heaviest)
}

/**
 * The level that the tool leaves possible, if all that is unknown were a yes; null where the tool states no level by itself. What was asked and is not
 * known is no "no" (domain.md 5.3): an assessment may take a case down only as far as this.
 */
export function highestPossible(assessment: Judged): RiskLevel | null {
  const unjudged = { ...assessment, judgement: null }
  const definition = definitionFor(assessment)
  // Its summary is a judgement of whoever used it, like any other (domain.md 5.1).
  if (definition.scoring.kind === 'noSum' || toolLevelOf(resultOf(unjudged)) === null) return null
  const { result } = assessment
  switch (result.kind) {
    case 'band':
      return toolLevelOf(resultOf(unjudged))
    case 'score': {
      const score = atMostScore(definition, result.score, result.unknowns ?? 0)
      return toolLevelOf(resultOf({ ...unjudged, result: { kind: 'score', score, unknowns: 0 } }))
    }
    case 'answers':
      return toolLevelOf(resultOf({ ...unjudged, result: asIfYes(definition, result.answers) }))
    default:
      return assertNever(result)
  }
}
