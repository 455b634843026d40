import type { Assessment } from '../record/assessment.ts'
import { isHighByScore, type RiskScore } from '../risk-tool.ts'
import { isConclusive, levelOf } from './judgement.ts'
import { isAtLeast } from './risk-level.ts'

/**
 * True where a table marks a case as high: its newest score reaches the threshold of its tool, or the newest assessment of its record that says something
 * does whatever its number: a LAP screened in by its first items, a judgement that raised. `assessments` are those of the record, newest first; one that
 * is older than the score of a referral no longer counts.
 */
export function isHighByRecord(risk: RiskScore | null, assessments: readonly Assessment[]): boolean {
  if (risk !== null && isHighByScore(risk)) return true
  const newest = assessments.find(isConclusive)
  if (newest === undefined || (risk?.assessedOn ?? newest.completedOn) > newest.completedOn) return false
  return isAtLeast(levelOf(newest), 'high')
}
