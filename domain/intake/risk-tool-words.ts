import type { RiskTool } from '../risk-tool.ts'

/** Tried in order: the longer name before the one it begins with. */
const spellings: readonly (readonly [RegExp, RiskTool])[] = [
  [/\b(?:da|danger assess?e?ment)[\s-]*le\b|\bdale\b/u, 'daLe'],
  [/\b(?:da|danger assess?e?ment)[\s-]*5\b/u, 'da5'],
  [/\bdanger assess?e?ment\b|\bcampbell\b|\bda\b/u, 'dangerAssessment'],
  [/\bdash\b|\bric\b|\bcaada\b|\bsafelives\b/u, 'dash'],
  [/\blap\b|\blethality\b/u, 'lap'],
  [/\bodara\b/u, 'odara'],
  [/\bb[\s-]?safer\b/u, 'bSafer'],
  [/\bmerit\b|\bdaq\b|\bsara\b|\bdara\b|^other\b|^otro\b/u, 'other'],
]

/** The risk tool that a cell or a header names, or null: `RIC score` is the DASH checklist, `Lethality screen` the LAP. */
export function findRiskTool(text: string): RiskTool | null {
  const bare = text
    .toLowerCase()
    .replace(/[_/.,:;()]+/gu, ' ')
    .trim()
  return spellings.find(([spelling]) => spelling.test(bare))?.[1] ?? null
}
