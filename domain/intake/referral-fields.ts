import { recordFields } from './record-fields.ts'

/** What a row of the team's spreadsheet can tell of a referral. A column feeds at most one field, a field takes at most one column. */
export const referralFields = [
  'receivedOn',
  'sourceAgency',
  'sourceContact',
  'victimName',
  'victimFirstName',
  'victimLastName',
  'victimDateOfBirth',
  'victimAddress',
  'victimPhone',
  'safeContact',
  'perpetratorName',
  'perpetratorFirstName',
  'perpetratorLastName',
  'perpetratorDateOfBirth',
  'perpetratorAddress',
  'perpetratorPhone',
  'relationship',
  'childrenCount',
  'childrenDetails',
  'criteria',
  'visibleHighRisk',
  'professionalJudgement',
  'judgementReason',
  'escalation',
  'repeat',
  'riskTool',
  'riskScore',
  'riskAssessedOn',
  'incidentOn',
  'summary',
  'caseReference',
  ...recordFields,
] as const
export type ReferralField = (typeof referralFields)[number]

/** One row's cells by field; a field without a column is an empty text. */
export type ReferralValues = Readonly<Record<ReferralField, string>>

/** Which column (from 0), or none, feeds each field. */
export type ReferralMapping = Readonly<Record<ReferralField, number | null>>

/** Fields without which no row can be read; a name may come whole or as first and last name. */
export function missingReferralFields(mapping: ReferralMapping): readonly ReferralField[] {
  const has = (...fields: ReferralField[]) => fields.some((field) => mapping[field] !== null)
  const missing: ReferralField[] = []
  if (!has('receivedOn')) missing.push('receivedOn')
  if (!has('sourceAgency')) missing.push('sourceAgency')
  if (!has('victimName', 'victimFirstName', 'victimLastName')) missing.push('victimName')
  if (!has('perpetratorName', 'perpetratorFirstName', 'perpetratorLastName')) missing.push('perpetratorName')
  if (!has('criteria', 'visibleHighRisk', 'professionalJudgement', 'escalation', 'repeat', 'riskScore')) missing.push('criteria')
  return missing
}

/** The cells of a row by field. */
export function referralValues(cells: readonly string[], mapping: ReferralMapping): ReferralValues {
  return byField((field) => {
    const column = mapping[field]
    return column === null ? '' : (cells[column] ?? '')
  })
}

/** A record with one entry for every field. */
export function byField<Value>(of: (field: ReferralField) => Value): Record<ReferralField, Value> {
  return Object.fromEntries(referralFields.map((field) => [field, of(field)])) as Record<ReferralField, Value>
}
