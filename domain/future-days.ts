import type { CaseChange } from './case.ts'
import type { IsoDate } from './dates.ts'
import type { ReferralDraft } from './referral.ts'
import type { FieldProblem } from './refusal.ts'

type Days = Readonly<Record<string, IsoDate | null>>

function birthDays({ victim, perpetrator, children }: Pick<CaseChange, 'victim' | 'perpetrator' | 'children'>): Days {
  return {
    'victim.dateOfBirth': victim.dateOfBirth,
    'perpetrator.dateOfBirth': perpetrator.dateOfBirth,
    ...Object.fromEntries(children.map(({ dateOfBirth }, index) => [`children.${index}.dateOfBirth`, dateOfBirth])),
  }
}

function ahead(days: Days, today: IsoDate): readonly FieldProblem[] {
  return Object.entries(days).flatMap(([path, day]) => (day !== null && day > today ? [{ path, problem: 'futureDate' as const }] : []))
}

/** The days of a referral that cannot lie ahead and do, by their paths in the draft. */
export function daysAheadOfReferral(draft: ReferralDraft, today: IsoDate): readonly FieldProblem[] {
  const { receivedOn, incidentOn, risk } = draft
  return ahead({ receivedOn, incidentOn, 'risk.assessedOn': risk?.assessedOn ?? null, ...birthDays(draft) }, today)
}

/** The days of birth of a correction that lie ahead. */
export function daysAheadOfChange(change: CaseChange, today: IsoDate): readonly FieldProblem[] {
  return ahead(birthDays(change), today)
}
