import { assertNever } from '../assert-never.ts'
import type { Assessment } from '../record/assessment.ts'
import type { RiskDefinition } from './definition.ts'
import { riskTools } from '../risk-tool.ts'
import { definitionOf, versionsOf } from './definitions.ts'
import type { Answers } from './item-answer.ts'
import { isAtLeast } from './risk-level.ts'
import type { CalledFor, RiskResult } from './risk-result.ts'
import { bandOf, calledFor, scoreAssessment } from './score-assessment.ts'

type Entered = Pick<Assessment, 'tool' | 'toolVersion' | 'result' | 'judgement'>

/**
 * The version of an assessment's tool. Where the team wrote one that we do not know, the bands of the usual one hold, or judgement could go down by
 * way of an unheard-of version; its score may be any that a version of the tool can give.
 */
export function definitionFor({ tool, toolVersion }: Pick<Assessment, 'tool' | 'toolVersion'>): RiskDefinition {
  const { least, most } = riskTools[tool]
  return definitionOf(tool, toolVersion) ?? { ...versionsOf(tool)[0], least, most }
}

function isBelieved({ judgement }: Pick<Assessment, 'judgement'>): boolean {
  return judgement !== null && isAtLeast(judgement.level, 'high')
}

function ofScore(definition: RiskDefinition, score: number, unknowns: number | null, believed: boolean): RiskResult {
  const { scoring } = definition
  const known = { unknown: unknowns ?? 0, open: 0 }
  switch (scoring.kind) {
    case 'sum':
      return { kind: 'scored', score, band: bandOf(scoring.bands, score), proratedFrom: null, ...known }
    case 'screen': {
      // One yes screens in where it is among the first items, and the number alone does not say where it is.
      if (score > 0 && score < scoring.restFrom && !believed) return { kind: 'scored', score, band: null, proratedFrom: null, ...known }
      return { kind: 'screened', yes: score, screenedInBy: score >= scoring.restFrom ? 'count' : believed ? 'belief' : null, ...known }
    }
    case 'numberOnly':
    // A tool without a sum has no score either: `assessmentProblems` refuses one.
    case 'noSum':
      return { kind: 'scored', score, band: null, proratedFrom: null, ...known }
    default:
      return assertNever(scoring)
  }
}

/** What the tool of an assessment says, from whatever was entered: the score alone, the band alone, or the answers. */
export function resultOf(assessment: Entered): RiskResult {
  const definition = definitionFor(assessment)
  const { result } = assessment
  switch (result.kind) {
    case 'score':
      return ofScore(definition, result.score, result.unknowns, isBelieved(assessment))
    case 'band': {
      const found = definition.scoring.bands.find(({ band }) => band === result.band)
      return { kind: 'band', band: found?.band ?? null, words: result.band, level: found?.level ?? null }
    }
    case 'answers':
      return scoreAssessment(definition, result.answers, { isBelieved: isBelieved(assessment) })
    default:
      return assertNever(result)
  }
}

/** The answers of an assessment; none where only its score or band was entered. */
export function answersOf({ result }: Pick<Assessment, 'result'>): Answers {
  return result.kind === 'answers' ? result.answers : {}
}

/** What an assessment still calls for: an examination whenever she was strangled, a response until one is written. */
export function outstandingCalls(assessment: Entered & Pick<Assessment, 'response'>): readonly CalledFor[] {
  const calls = calledFor(definitionFor(assessment), answersOf(assessment))
  return calls.filter((call) => call !== 'response' || assessment.response === '')
}
