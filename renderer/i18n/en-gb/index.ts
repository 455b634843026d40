import type { MessageKey } from '../message-key.ts'

/** British English: only what differs from American English. */
export const enGb = {
  'criterion.professionalJudgement': 'Professional judgement',
  'fieldProblem.lowersRisk': 'is below what the tool says: judgement may raise the risk, never lower it',
  'measureKind.programme': 'Programme',
  'sector.shelter': 'Refuge',
  'case.judgement': 'Professional judgement:',
  'danger.raised': 'Judgement: {level}. {reason}',
  'riskTab.judged': 'Judgement: {level}. {reason}',
  'riskTab.notJudged': 'No judgement beyond the tool is noted.',
  'riskTab.col.judgement': 'Judgement',
  'riskTopic.othersThreaten': 'Others join in, honour',
  'riskTopic.otherRecord': 'Other offences on record',
  'assess.judgement': 'Professional judgement',
  'assess.noSum': '{tool}: no sum. {yes} present, {possible} possible, {no} absent. The level is your judgement.',
  'danger.judged': 'Judgement: {reason}',
  'run.judgement': 'Judgement: {reason}',
  'referrals.judgementReason': 'Reason for the judgement',
  'referrals.problem.reasonMissing': 'is needed with professional judgement',
  'dateField.placeholder': 'dd/mm/yyyy',
  'dateField.otherDayOrder': 'The day comes first here. If you mean {example}, write it like that.',
  'importField.professionalJudgement': 'Professional judgement (yes or no)',
  'importField.judgementReason': 'Reason for the judgement',
  'row.judgementReasonRequired': 'Professional judgement needs its reason. Write it in one sentence.',
  'imports.row.reason': 'Reason for the professional judgement',
} satisfies Partial<Record<MessageKey, string>>
