import { assertNever } from '../assert-never.ts'
import { isWithinTool } from '../risk-tool.ts'
import type { Assessment } from './assessment.ts'

/** The number that an assessment stands for in tables and filters; null where its tool gives no sum, or where only a band was entered. */
export function scoreOf({ tool, result }: Pick<Assessment, 'tool' | 'result'>): number | null {
  switch (result.kind) {
    case 'score':
      return isWithinTool(tool, result.score) ? result.score : null
    case 'band':
    case 'answers':
      return null
    default:
      return assertNever(result)
  }
}
