import { assertNever } from '#domain/assert-never.ts'
import { type RiskTool, riskTools } from '#domain/risk-tool.ts'
import type { Translate } from '../../i18n/use-t.ts'
import type { ReferralProblem } from './referral-form.ts'

const plain = {
  sourceAgencyId: 'referrals.sourceAgency',
  sourceContact: 'referrals.sourceContact',
  receivedOn: 'referrals.receivedOn',
  incidentOn: 'referrals.incidentOn',
  incidentKind: 'referrals.incidentKind',
  teamReference: 'referrals.teamReference',
  relationship: 'referrals.relationship',
  childrenCount: 'children.count',
  onCase: 'referrals.pair.title',
  'criteria.visibleHighRisk': 'referrals.criteria',
  'criteria.judgementReason': 'referrals.judgementReason',
  'risk.tool': 'referrals.riskTool',
  'risk.score': 'referrals.riskScore',
  'risk.assessedOn': 'referrals.riskAssessedOn',
  'safeContact.who': 'safeContact.who',
  'safeContact.how': 'safeContact.how',
  'safeContact.when': 'safeContact.when',
  'safeContact.note': 'safeContact.note',
  summary: 'referrals.summary',
} as const

const personFields = ['name', 'dateOfBirth', 'address', 'phone'] as const

/** What the field at a path of the form is called, for the summary of problems. */
export function referralLabel(path: string, t: Translate): string {
  const known = Object.entries(plain).find(([field]) => field === path)
  if (known) return t(known[1])
  const [first, second, third] = path.split('.')
  if (first === 'children') {
    const field = third === 'school' ? t('children.school') : t(third === 'dateOfBirth' ? 'person.dateOfBirth' : 'person.name')
    return t('refusal.invalidInput.one', { field: t('children.child', { number: Number(second) + 1 }), problem: field })
  }
  const field = personFields.find((each) => each === second)
  if ((first === 'victim' || first === 'perpetrator') && field !== undefined)
    return t('refusal.invalidInput.one', { field: t(`person.${first}`), problem: t(`person.${field}`) })
  return path
}

/** A problem of the form in words. */
export function referralProblemWords(problem: ReferralProblem, tool: RiskTool | null, t: Translate): string {
  switch (problem) {
    case 'required':
    case 'tooLong':
    case 'date':
    case 'time':
    case 'number':
    case 'futureDate':
    case 'notAllowed':
    case 'noSuchCase':
    case 'lowersRisk':
    case 'contradicts':
      return t(`fieldProblem.${problem}`)
    case 'outOfBounds':
      return tool === null
        ? t('fieldProblem.number')
        : t('referrals.problem.outOfBounds', { least: riskTools[tool].least, most: riskTools[tool].most })
    case 'samePerson':
    case 'fewerThanListed':
    case 'pairUndecided':
    case 'reasonMissing':
    case 'criterionMissing':
      return t(`referrals.problem.${problem}`)
    default:
      return assertNever(problem)
  }
}
