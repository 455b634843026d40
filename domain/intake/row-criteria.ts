import { type CriterionName, criterionNames } from '../referral.ts'
import { meetsVisibleHighRisk, type RiskScore } from '../risk-tool.ts'
import { readCriteria } from './criteria-words.ts'
import { headerTokens } from './header-tokens.ts'
import { oneLine, plainText, saysNothing, saysUnknown } from './plain-text.ts'
import { readFlag } from './read-flag.ts'
import type { ReferralField, ReferralValues } from './referral-fields.ts'
import type { RowProblemCode } from './row-problem.ts'

export type CriteriaRead = {
  readonly criteria: Readonly<Record<CriterionName, boolean>> & { readonly judgementReason: string }
  /** The criterion of visible high risk was met by the score alone. */
  readonly isHighByScore: boolean
  readonly problems: readonly { readonly field: ReferralField; readonly code: RowProblemCode }[]
}

const answers: Readonly<Record<CriterionName, { readonly yes: RegExp; readonly no: RegExp }>> = {
  visibleHighRisk: {
    yes: /^(?:(?:very|extremely) )?high\b|^(?:extreme|severe|red|alto|screened in|vhr|visible high risk)\b/u,
    no: /^(?:medium|standard|moderate|low|variable|increased|amber|green|medio|bajo|not screened in|screened out|not high)\b/u,
  },
  professionalJudgement: { yes: /^(?:professional judge?ment|pj)$/u, no: /^(?:not? )\b/u },
  escalation: { yes: /^(?:escalat|increas|potential|3 or more|3\+)/u, no: /^(?:not? |stable|static|same|decreas)/u },
  repeat: { yes: /^(?:repeat|rpt|r$|marac repeat|repetid|reincident)/u, no: /^(?:new\b|first\b|1st\b|initial\b|not? |nuev|primer)/u },
}

/** The four criteria of a row: from a column each, from a column that names them, and visible high risk from the score (14 or more on DASH: domain.md 1.2). */
export function readRowCriteria(
  values: ReferralValues,
  columns: Readonly<Partial<Record<ReferralField, string>>>,
  risk: RiskScore | null,
): CriteriaRead {
  const problems: { field: ReferralField; code: RowProblemCode }[] = []
  const named = readCriteria(plainText(values.criteria))
  const criteria: Record<CriterionName, boolean> = {
    visibleHighRisk: false,
    professionalJudgement: false,
    escalation: false,
    repeat: false,
  }
  let reason = ''
  for (const name of criterionNames) {
    const answer = readAnswer(name, values[name])
    if (answer === null && name === 'professionalJudgement') reason = plainText(values[name])
    else if (answer === null) problems.push({ field: name, code: 'notYesOrNo' })
    criteria[name] = answer ?? (name === 'professionalJudgement' || criteria[name])
    if (named.names.has(name)) criteria[name] = true
  }
  const byScore = risk !== null && meetsVisibleHighRisk(risk)
  const isHighByScoreAlone = byScore && !criteria.visibleHighRisk
  if (byScore) criteria.visibleHighRisk = true

  // Without its criterion a reason is none: the row keeps its words in the summary.
  const judgementReason = criteria.professionalJudgement
    ? firstSaid(values.judgementReason, reason, named.judgementReason, reasonColumn(values, columns))
    : ''
  if (criteria.professionalJudgement && judgementReason === '') problems.push({ field: 'judgementReason', code: 'judgementReasonRequired' })
  if (problems.length === 0 && !criterionNames.some((name) => criteria[name]))
    problems.push({
      field: columns.criteria === undefined && columns.riskScore !== undefined ? 'riskScore' : 'criteria',
      code: 'criterionRequired',
    })
  return { criteria: { ...criteria, judgementReason }, isHighByScore: isHighByScoreAlone, problems }
}

/** Yes, no, or null where the cell says neither. */
function readAnswer(name: CriterionName, cell: string): boolean | null {
  const text = oneLine(cell).toLowerCase()
  const flag = readFlag(text)
  if (flag !== null) return flag
  if (saysUnknown(text) || saysNothing(text)) return false
  if (answers[name].no.test(text)) return false
  if (answers[name].yes.test(text)) return true
  const first = /^(yes|no|si|sí|y|n)\b(?=\s*[\s,;:.–(-])/u.exec(text)?.[1]
  return first === undefined ? null : first !== 'no' && first !== 'n'
}

/** A column headed `Reason for referral` states the reasons of a judgement; one headed `Notes` may say anything. */
function reasonColumn(values: ReferralValues, columns: Readonly<Partial<Record<ReferralField, string>>>): string {
  return columns.summary !== undefined && headerTokens(columns.summary).includes('reason') ? values.summary : ''
}

function firstSaid(...texts: readonly string[]): string {
  return texts.map(plainText).find((text) => !saysNothing(text) && !saysUnknown(text)) ?? ''
}
