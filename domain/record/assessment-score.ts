import { assertNever } from '../assert-never.ts'
import { isConclusive } from '../risk/judgement.ts'
import { resultOf } from '../risk/result-of.ts'
import { isWithinTool } from '../risk-tool.ts'
import type { Assessment } from './assessment.ts'

/**
 * The number that an assessment stands for in tables and filters; null where its tool gives no sum, where only a band was entered, and while too
 * little is known or asked for a number.
 */
export function scoreOf(assessment: Pick<Assessment, 'tool' | 'toolVersion' | 'result' | 'judgement'>): number | null {
  if (!isConclusive(assessment)) return null
  const result = resultOf(assessment)
  switch (result.kind) {
    case 'scored':
      return assessment.tool !== 'bSafer' && isWithinTool(assessment.tool, result.score) ? result.score : null
    case 'screened':
      return isWithinTool(assessment.tool, result.yes) ? result.yes : null
    case 'notScorable':
    case 'noSum':
    case 'band':
      return null
    default:
      return assertNever(result)
  }
}
