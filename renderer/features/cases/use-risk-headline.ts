import { assertNever } from '#domain/assert-never.ts'
import type { RiskSummary } from '#domain/risk/risk-summary.ts'
import { useT } from '../../i18n/use-t.ts'

/** The result of an assessment with its tool, "DASH 17": a bare number says nothing, and a tool without a sum gives none. */
export function useRiskHeadline(): (summary: Pick<RiskSummary, 'tool' | 'result'>) => string {
  const t = useT()
  return ({ tool: key, result }) => {
    const tool = t(`riskTool.${key}`)
    switch (result.kind) {
      case 'scored':
        return t('risk.score', { tool, score: result.score })
      case 'screened':
        return t(result.screenedInBy === null ? 'danger.notScreenedIn' : 'danger.screenedIn', { tool })
      case 'notScorable':
        return t('danger.notScorable', { tool })
      case 'noSum':
        return tool
      case 'band':
        return t('danger.band', { tool, words: result.band === null ? result.words : t(`riskBand.${result.band}`) })
      default:
        return assertNever(result)
    }
  }
}
