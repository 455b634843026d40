import type { RiskDefinition } from './definition.ts'
import { bSafer } from './tools/b-safer.ts'
import { da5 } from './tools/da5.ts'
import { daLe } from './tools/da-le.ts'
import { dangerAssessment } from './tools/danger-assessment.ts'
import { dash } from './tools/dash.ts'
import { lap } from './tools/lap.ts'
import { odara } from './tools/odara.ts'
import { other } from './tools/other.ts'

/** The versions of each tool, the usual one first. */
export const riskDefinitions = { dash, dangerAssessment, da5, daLe, lap, odara, bSafer, other } as const satisfies Readonly<
  Record<string, readonly [RiskDefinition, ...RiskDefinition[]]>
>

type Tool = keyof typeof riskDefinitions

/** Every version of a tool that is known, the usual one first. */
export function versionsOf(tool: Tool): readonly [RiskDefinition, ...RiskDefinition[]] {
  return riskDefinitions[tool]
}

/** A version of a tool; null where its name is one that a team wrote. */
export function definitionOf(tool: Tool, version: string): RiskDefinition | null {
  return versionsOf(tool).find((definition) => definition.version === version) ?? null
}
