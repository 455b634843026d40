import { z } from 'zod'
import { IsoDate } from './dates.ts'
import { riskDefinitions, versionsOf } from './risk/definitions.ts'
import { isAtLeast } from './risk/risk-level.ts'

export type RiskTool = keyof typeof riskDefinitions
export const riskToolNames = Object.keys(riskDefinitions) as RiskTool[]
export const RiskTool = z.enum(riskToolNames as [RiskTool, ...RiskTool[]])

type Limits = { readonly least: number; readonly most: number; readonly highFrom: number | null }

function limitsOf(tool: RiskTool): Limits {
  const versions = versionsOf(tool)
  const { scoring } = versions[0]
  const high = scoring.kind === 'sum' ? scoring.bands.find(({ level }) => isAtLeast(level, 'high')) : undefined
  return {
    least: Math.min(...versions.map(({ least }) => least)),
    most: Math.max(...versions.map(({ most }) => most)),
    highFrom: high?.from ?? null,
  }
}

/**
 * The limits of the score of each tool, whatever its version (score-only entry: domain.md 5.5). `highFrom` is the published or usual threshold of a
 * sum; null where the tool has none of its own or gives no sum. All of it follows from the definitions of the tools.
 */
export const riskTools: Readonly<Record<RiskTool, Limits>> = {
  dash: limitsOf('dash'),
  dangerAssessment: limitsOf('dangerAssessment'),
  da5: limitsOf('da5'),
  daLe: limitsOf('daLe'),
  lap: limitsOf('lap'),
  odara: limitsOf('odara'),
  bSafer: limitsOf('bSafer'),
  other: limitsOf('other'),
}

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

/** True where the score by itself meets the criterion of visible high risk: a threshold reached (domain.md 1.2), or so many that the LAP screens in wherever the answers lie. */
export function meetsVisibleHighRisk(risk: RiskScore): boolean {
  const { scoring } = versionsOf(risk.tool)[0]
  return isHighByScore(risk) || (scoring.kind === 'screen' && risk.score >= scoring.restFrom)
}
