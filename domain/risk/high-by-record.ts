import type { Assessed } from './history.ts'
import { isAtLeast } from './risk-level.ts'
import { standingRisk } from './standing-risk.ts'

/** True where a case is marked as high wherever it is named: what stands of all that its record and its referrals say is high (`standingRisk`). */
export function isHighByRecord(history: readonly Assessed[]): boolean {
  const standing = standingRisk(history)
  return standing !== null && isAtLeast(standing.level, 'high')
}
