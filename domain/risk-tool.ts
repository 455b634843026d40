import { z } from 'zod'
import { IsoDate } from './dates.ts'

/**
 * The tools whose score a team may enter (score-only entry: domain.md 5.5). `highFrom` is the published or usual threshold; null where the
 * tool has none of its own or gives no sum.
 */
export const riskTools = {
  dash: { least: 0, most: 27, highFrom: 14 },
  dangerAssessment: { least: -3, most: 37, highFrom: 14 },
  da5: { least: 0, most: 5, highFrom: 3 },
  daLe: { least: 0, most: 11, highFrom: null },
  lap: { least: 0, most: 11, highFrom: null },
  odara: { least: 0, most: 13, highFrom: 7 },
  bSafer: { least: 0, most: 0, highFrom: null },
  other: { least: 0, most: 1000, highFrom: null },
} as const satisfies Record<string, { readonly least: number; readonly most: number; readonly highFrom: number | null }>

export type RiskTool = keyof typeof riskTools
export const riskToolNames = Object.keys(riskTools) as RiskTool[]
export const RiskTool = z.enum(riskToolNames as [RiskTool, ...RiskTool[]])

export const RiskScore = z
  .strictObject({ tool: RiskTool, score: z.int(), assessedOn: IsoDate.nullable().default(null) })
  .refine(({ tool, score }) => isWithinTool(tool, score), { error: 'number', path: ['score'] })
export type RiskScore = z.infer<typeof RiskScore>

/** True where the tool can give this score. */
export function isWithinTool(tool: RiskTool, score: number): boolean {
  return score >= riskTools[tool].least && score <= riskTools[tool].most
}

/** True where the score alone makes the risk high. A tool without a threshold never does; judgement may still raise it. */
export function isHighByScore(risk: RiskScore): boolean {
  const { highFrom } = riskTools[risk.tool]
  return highFrom !== null && risk.score >= highFrom
}

/** The rule of the LAP in one number: 4 or more of 11 always screens in, wherever the answers lie (domain.md 5.3). */
const lapScreensInFrom = 4

/** True where the score by itself meets the criterion of visible high risk: a threshold reached (domain.md 1.2), or screened in by the LAP. */
export function meetsVisibleHighRisk(risk: RiskScore): boolean {
  return isHighByScore(risk) || (risk.tool === 'lap' && risk.score >= lapScreensInFrom)
}
