import { assertNever } from '#domain/assert-never.ts'
import type { RiskResult } from '#domain/risk/risk-result.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import { useT } from '../../../i18n/use-t.ts'

/** What a tool says, in words and with its name: a number alone says nothing, and a tool without a sum gives none. */
export function useResultWords(): (tool: RiskTool, result: RiskResult) => string {
  const t = useT()
  return (name, result) => {
    const tool = t(`riskTool.${name}`)
    switch (result.kind) {
      case 'scored':
        return result.band === null
          ? t('assess.scored.bare', { tool, score: result.score })
          : t('assess.scored', { tool, score: result.score, band: t(`riskBand.${result.band.band}`) })
      case 'screened':
        return result.screenedInBy === null ? t('danger.notScreenedIn', { tool }) : t(`assess.screenedIn.${result.screenedInBy}`, { tool })
      case 'notScorable':
        return t('danger.notScorable', { tool })
      case 'noSum':
        return t('assess.noSum', { tool, ...result.presence })
      case 'band':
        return t('danger.band', { tool, words: result.band === null ? result.words : t(`riskBand.${result.band}`) })
      default:
        return assertNever(result)
    }
  }
}
