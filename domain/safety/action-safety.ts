import { z } from 'zod'
import type { IsoInstant } from '../dates.ts'
import { ActionId, AgencyId } from '../ids.ts'
import { KnownAnswer } from '../record/known.ts'

/**
 * What an action could do to her: whether it is aimed at him, whether he could notice it, whether it could raise her risk, who tells her first,
 * and the action that must be done before it (domain.md 11, no. 7).
 */
export const ActionSafety = z.strictObject({
  isTowardsHim: z.boolean().default(false),
  couldNotice: KnownAnswer.default('unknown'),
  couldRaiseRisk: KnownAnswer.default('unknown'),
  toldFirstBy: AgencyId.nullable().default(null),
  after: ActionId.nullable().default(null),
})
export type ActionSafety = z.infer<typeof ActionSafety>

export const safetyUnsaid: ActionSafety = ActionSafety.parse({})

/** The advocate's word that the action may go ahead: which agency, who there, and when it was noted. */
export type SignOff = { readonly agencyId: AgencyId; readonly by: string; readonly at: IsoInstant }

/** True where he could learn of the action or it could raise her risk: an advocate says first whether it may go ahead. */
export function needsSignOff({ isTowardsHim, couldNotice, couldRaiseRisk }: ActionSafety): boolean {
  return isTowardsHim || couldNotice === 'yes' || couldRaiseRisk === 'yes'
}

/** True where nobody has said whether he could notice the action, and nothing else that is said of it calls an advocate. */
export function isNoticeUnsaid(safety: ActionSafety): boolean {
  return !needsSignOff(safety) && safety.couldNotice === 'unknown'
}

/** The fields in which two statements of an action's safety differ. */
export function differingSafety(one: ActionSafety, other: ActionSafety): readonly (keyof ActionSafety)[] {
  return safetyFields.filter((field) => one[field] !== other[field])
}
const safetyFields = ['isTowardsHim', 'couldNotice', 'couldRaiseRisk', 'toldFirstBy', 'after'] as const
