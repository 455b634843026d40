import type { RiskScore } from '#domain/risk-tool.ts'
import type { Translate } from './use-t.ts'

/** A score with its tool, `DASH 17`: a bare number says nothing. A tool without a sum gives its name alone. `short` for a column of a table. */
export function riskWords(risk: RiskScore, t: Translate, length: 'full' | 'short' = 'full'): string {
  const tool = length === 'short' && risk.tool === 'dangerAssessment' ? t('riskTool.short.dangerAssessment') : t(`riskTool.${risk.tool}`)
  return risk.tool === 'bSafer' ? tool : t('risk.score', { tool, score: risk.score })
}
