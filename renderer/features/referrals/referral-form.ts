import { IsoDate } from '#domain/dates.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import { nameKey } from '#domain/person.ts'
import { IncidentKind } from '#domain/record/incident.ts'
import { ReferralDraft } from '#domain/referral.ts'
import type { FieldProblemKind } from '#domain/refusal.ts'
import { isWithinTool, meetsVisibleHighRisk, RiskTool } from '#domain/risk-tool.ts'
import { doNotContact } from '#domain/safe-contact.ts'
import { z } from 'zod'
import {
  ChildrenForm,
  childrenCountOf,
  emptyChildren,
  emptyPerson,
  birthDates,
  isFewerThanListed,
  knownChildren,
  PersonForm,
} from '../../ui/person-form.ts'
import { missingInSafeContact, SafeContactForm, safeContactForm, safeContactOf } from '../../ui/safe-contact-form.ts'

/** A referral as typed, complete or not: what the draft keeps. */
export const ReferralForm = z.strictObject({
  sourceAgencyId: z.int().nullable(),
  sourceContact: z.string(),
  receivedOn: IsoDate.nullable(),
  incidentOn: IsoDate.nullable(),
  incidentKind: IncidentKind.nullable().default(null),
  victim: PersonForm,
  perpetrator: PersonForm,
  relationship: z.string(),
  children: ChildrenForm,
  safeContact: SafeContactForm,
  criteria: z.strictObject({
    visibleHighRisk: z.boolean(),
    professionalJudgement: z.boolean(),
    escalation: z.boolean(),
    repeat: z.boolean(),
  }),
  judgementReason: z.string(),
  riskTool: RiskTool.nullable(),
  riskScore: z.string(),
  riskAssessedOn: IsoDate.nullable(),
  summary: z.string(),
  teamReference: z.string(),
  /** The known case it belongs to, `new` where the pair is somebody else, null while that is not said. */
  onCase: z.union([z.int(), z.literal('new')]).nullable(),
})
export type ReferralForm = z.infer<typeof ReferralForm>

export const emptyReferral: ReferralForm = {
  sourceAgencyId: null,
  sourceContact: '',
  receivedOn: null,
  incidentOn: null,
  incidentKind: null,
  victim: emptyPerson,
  perpetrator: emptyPerson,
  relationship: '',
  children: emptyChildren,
  safeContact: safeContactForm(doNotContact),
  criteria: { visibleHighRisk: false, professionalJudgement: false, escalation: false, repeat: false },
  judgementReason: '',
  riskTool: null,
  riskScore: '',
  riskAssessedOn: null,
  summary: '',
  teamReference: '',
  onCase: null,
}

/** The stored draft of the form, or null where it is from another version. */
export function restoreReferral(stored: unknown): ReferralForm | null {
  return ReferralForm.safeParse(stored).data ?? null
}

/** What is wrong with a field, beyond what the schema knows. */
export type ReferralProblem =
  | FieldProblemKind
  | 'samePerson'
  | 'fewerThanListed'
  | 'pairUndecided'
  | 'reasonMissing'
  | 'criterionMissing'
  | 'outOfBounds'

function scoreOf({ riskTool, riskScore }: ReferralForm): number | null {
  if (riskTool === 'bSafer') return 0
  const text = riskScore.trim()
  return text === '' ? null : /^[-−]?\d{1,4}$/.test(text) ? Number(text.replace('−', '-')) : Number.NaN
}

/** True where the score meets the criterion of visible high risk by itself, as it does in an import. */
export function isHighByTheScore(form: ReferralForm): boolean {
  const score = scoreOf(form)
  const { riskTool: tool } = form
  return tool !== null && score !== null && isWithinTool(tool, score) && meetsVisibleHighRisk({ tool, score, assessedOn: null })
}

/** The form as the operation takes it, so that the same schema judges both. */
export function referralInput(form: ReferralForm) {
  const { children, safeContact, criteria, judgementReason, riskTool, riskScore: _score, riskAssessedOn, onCase: _onCase, ...rest } = form
  return {
    ...rest,
    childrenCount: childrenCountOf(children),
    children: knownChildren(children),
    safeContact: safeContactOf(safeContact),
    criteria: {
      ...criteria,
      visibleHighRisk: criteria.visibleHighRisk || isHighByTheScore(form),
      judgementReason: criteria.professionalJudgement ? judgementReason : '',
    },
    risk: riskTool === null ? null : { tool: riskTool, score: scoreOf(form), assessedOn: riskAssessedOn },
  }
}

/** The referral of a form, or everything that is still wrong with it by field, in the order of the form. `isPairKnown`: a case of the same or much alike names is there. */
export function readReferral(
  form: ReferralForm,
  context: { readonly today: IsoDate; readonly isPairKnown: boolean },
): { readonly draft: ReferralDraft | null; readonly problems: ReadonlyMap<string, ReferralProblem> } {
  const input = referralInput(form)
  const parsed = ReferralDraft.safeParse(input)
  const found = new Map<string, ReferralProblem>()
  if (!parsed.success) for (const { path, problem } of fieldProblems(parsed.error, input)) found.set(path, worded(path, problem))
  for (const [path, problem] of beyondSchema(form, context)) if (!found.has(path)) found.set(path, problem)
  const problems = new Map([...found].toSorted(([a], [b]) => placeOf(a) - placeOf(b)))
  return { draft: parsed.success && problems.size === 0 ? parsed.data : null, problems }
}

function worded(path: string, problem: FieldProblemKind): ReferralProblem {
  if (path === 'criteria.visibleHighRisk') return 'criterionMissing'
  if (path === 'criteria.judgementReason' && problem === 'required') return 'reasonMissing'
  return path === 'risk.score' && problem === 'number' ? 'outOfBounds' : problem
}

function beyondSchema(
  form: ReferralForm,
  { today, isPairKnown }: { readonly today: IsoDate; readonly isPairKnown: boolean },
): readonly (readonly [string, ReferralProblem])[] {
  const dates = {
    receivedOn: form.receivedOn,
    incidentOn: form.incidentOn,
    ...birthDates(form),
    'risk.assessedOn': form.riskTool === null ? null : form.riskAssessedOn,
  }
  const missing = missingInSafeContact(form.safeContact)
  const score = scoreOf(form)
  const problems: (readonly [string, ReferralProblem])[] = Object.entries(dates).flatMap(([path, date]) =>
    date !== null && date > today ? [[path, 'futureDate'] as const] : [],
  )
  if (nameKey(form.victim.name) !== '' && nameKey(form.victim.name) === nameKey(form.perpetrator.name))
    problems.push(['perpetrator.name', 'samePerson'])
  if (isPairKnown && form.onCase === null) problems.push(['onCase', 'pairUndecided'])
  if (isFewerThanListed(form.children)) problems.push(['childrenCount', 'fewerThanListed'])
  if (missing !== null) problems.push([`safeContact.${missing}`, 'required'])
  if (form.riskTool !== null && score === null) problems.push(['risk.score', 'required'])
  else if (form.riskTool !== null && score !== null && !isWithinTool(form.riskTool, score)) problems.push(['risk.score', 'outOfBounds'])
  return problems
}

const order = [
  'sourceAgencyId',
  'receivedOn',
  'incidentOn',
  'incidentKind',
  'sourceContact',
  'teamReference',
  'victim',
  'perpetrator',
  'onCase',
  'relationship',
  'childrenCount',
  'children',
  'safeContact',
  'risk',
  'criteria',
  'summary',
]

function placeOf(path: string): number {
  const [first = ''] = path.split('.')
  return order.indexOf(first)
}
