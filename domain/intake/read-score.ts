import { isWithinTool, type RiskTool, riskTools } from '../risk-tool.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'
import { findRiskTool } from './risk-tool-words.ts'

export type ScoreRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'score'; readonly tool: RiskTool; readonly score: number }
  | {
      readonly kind: 'refused'
      readonly code: 'notANumber' | 'notWhole' | 'outOfRange'
      readonly expected: Readonly<Record<string, string | number>>
    }

const notDone =
  /^(?:not (?:done|completed?|assessed|applicable|scored|available)|incomplete|refused|declined|pending|no score|no dash|no ric|sin puntuaci[oó]n)$/iu
/** A tool's name that ends in a number, which is not the score. */
const numberedTool = /^(?:da|danger assess?e?ment)[\s-]*5\b/iu

/** A risk score: `17`, `17/24`, `17 (high)`, `DASH 17`, `-2`. `tool` is what the tool's column or the header says; a tool in the cell goes before it. */
export function readScore(cell: string, tool: RiskTool): ScoreRead {
  const text = oneLine(cell)
  if (saysNothing(text) || saysUnknown(text) || notDone.test(text)) return { kind: 'none' }
  const used = findRiskTool(text) ?? tool
  const { least, most } = riskTools[used]
  const expected = { least, most, tool: used }
  const found = /^(?<label>[\p{L}\s:()=.-]*?)[\s:=]*(?<number>[-−]?\d+(?:[.,]\d+)?)(?<rest>.*)$/su.exec(
    text.replace(numberedTool, ''),
  )?.groups
  if (!found || /^\s*[-–]\s*\d/u.test(found['rest'] ?? '') || /^[+<>]/u.test(text)) return { kind: 'refused', code: 'notANumber', expected }
  const outOf = /^\s*(?:\/|out of|of|de)\s*(?<total>\d+)/iu.exec(found['rest'] ?? '')?.groups?.['total']
  const rest = (found['rest'] ?? '').replace(/^\s*(?:\/|out of|of|de)\s*\d+/iu, '')
  if (/\d/u.test(rest.replace(/\([^)]*\)/gu, ''))) return { kind: 'refused', code: 'notANumber', expected }
  const score = Number((found['number'] ?? '').replace('−', '-').replace(',', '.'))
  if (!Number.isInteger(score)) return { kind: 'refused', code: 'notWhole', expected }
  if (!isWithinTool(used, score) || (outOf !== undefined && score > Number(outOf))) return { kind: 'refused', code: 'outOfRange', expected }
  return { kind: 'score', tool: used, score }
}
