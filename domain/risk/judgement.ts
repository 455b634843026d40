import type { Assessment } from '../record/assessment.ts'
import type { ReferralCriteria } from '../referral.ts'
import { meetsVisibleHighRisk, type RiskScore } from '../risk-tool.ts'
import { resultOf } from './result-of.ts'
import { isAtLeast, type RiskLevel } from './risk-level.ts'
import { floorOf, toolLevelOf } from './risk-result.ts'

type Judged = Pick<Assessment, 'tool' | 'toolVersion' | 'result' | 'judgement'>

/** The level below which judgement may not go: what the tool says of itself. */
export function judgementFloor(assessment: Omit<Judged, 'judgement'>): RiskLevel {
  return floorOf(resultOf({ ...assessment, judgement: null }))
}

/** True where the judgement would lower what the tool says. It may raise, with a reason, and never lower (domain.md 1.2, 5.5). */
export function lowersRisk(assessment: Judged): boolean {
  return assessment.judgement !== null && !isAtLeast(assessment.judgement.level, judgementFloor(assessment))
}

/** The level at which an assessment holds the risk: what the tool says, or the judgement that raised it. */
export function levelOf(assessment: Judged): RiskLevel {
  const floor = judgementFloor(assessment)
  const { judgement } = assessment
  return judgement !== null && isAtLeast(judgement.level, floor) ? judgement.level : floor
}

/** The level that somebody stated: the judgement, or else the tool; null where the tool gives no level and nobody judged. */
export function statedLevel(assessment: Judged): RiskLevel | null {
  const isStated = assessment.judgement !== null || toolLevelOf(resultOf(assessment)) !== null
  return isStated ? levelOf(assessment) : null
}

/** True where an assessment says what it has to say: nothing is left to be asked, or what was answered makes the risk high already. */
export function isConclusive(assessment: Judged): boolean {
  const result = resultOf(assessment)
  return result.kind === 'band' || result.open === 0 || isAtLeast(levelOf(assessment), 'high')
}

/** True where a referral says that the risk is not visibly high although its own score is. */
export function referralLowersRisk(referral: {
  readonly criteria: Pick<ReferralCriteria, 'visibleHighRisk'>
  readonly risk: RiskScore | null
}): boolean {
  return referral.risk !== null && meetsVisibleHighRisk(referral.risk) && !referral.criteria.visibleHighRisk
}
