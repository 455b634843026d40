import { z } from 'zod'

/** How high a risk is held to be, lowest first: what a tool's band amounts to, and what professional judgement says. */
export const riskLevels = ['standard', 'medium', 'high', 'extreme'] as const
export const RiskLevel = z.enum(riskLevels)
export type RiskLevel = z.infer<typeof RiskLevel>

/** True where one level stands at or above another. */
export function isAtLeast(level: RiskLevel, floor: RiskLevel): boolean {
  return riskLevels.indexOf(level) >= riskLevels.indexOf(floor)
}

/** The levels that judgement may state above or at what a tool gives. */
export function levelsFrom(floor: RiskLevel): readonly RiskLevel[] {
  return riskLevels.filter((level) => isAtLeast(level, floor))
}
