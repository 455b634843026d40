import { isEnded } from '../action.ts'
import type { Sector } from '../agency.ts'
import type { IsoDate } from '../dates.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import { planLack } from '../plan-lack.ts'
import { entriesOf, type Entry, withoutPrivileged } from '../record/entry.ts'
import type { NeedDomain } from '../record/need.ts'
import { unansweredNeeds } from '../record/needs-state.ts'
import { isNoticeUnsaid, needsSignOff } from './action-safety.ts'
import { facesHim } from './faces-him.ts'
import type { PlannedAction } from './waiting.ts'

/** As much of an action as the check of the whole plan looks at. */
export type CheckedAction = PlannedAction & {
  readonly isSafetyAction: boolean
  readonly dueOn: IsoDate
  readonly description: string
  /** Of the agency that has it; null where it is not known. */
  readonly sector: Sector | null
  /** The meeting that agreed it. */
  readonly meetingId: MeetingId
}

/** The meeting at which the case is left, and from which day on what she was asked and told is of it (`roundStart`); null where all of it is. */
export type Hearing = { readonly meetingId: MeetingId; readonly since: IsoDate | null }

/**
 * One thing that the plan of a case lacks or has in the wrong order; `references` are those of the actions concerned. `notAskedAnew`, `notToldAnew`: she
 * was once, and not of what is heard now.
 */
export type PlanFinding =
  | { readonly kind: 'action' | 'safetyAction' | 'neverAsked' | 'notAskedAnew' | 'neverTold' | 'notToldAnew' }
  | { readonly kind: OrderFinding; readonly references: readonly string[] }
  | { readonly kind: 'needWithoutAction'; readonly domains: readonly NeedDomain[] }

/** `noSafetyFirst`: aimed at him, and no safety action stands anywhere before it. `waitsForDropped`: what it waits for will not be done. `safetyUnsaid`: it faces him by its kind, and nobody said whether he could notice it. */
export const orderFindings = ['signOff', 'notToldFirst', 'noSafetyFirst', 'wrongOrder', 'waitsForDropped', 'safetyUnsaid'] as const
export type OrderFinding = (typeof orderFindings)[number]

/** What must be done before an action: the one it comes after, the one that comes before that, and so on; the nearest first. */
function chainBefore(action: CheckedAction, byId: ReadonlyMap<ActionId, CheckedAction>): readonly CheckedAction[] {
  const chain: CheckedAction[] = []
  let next = action.safety.after
  while (next !== null) {
    const before = byId.get(next)
    if (before === undefined || before === action || chain.includes(before)) break
    chain.push(before)
    next = before.safety.after
  }
  return chain
}

/** True for an action that keeps her safe before what is aimed at him: what is aimed at him itself does not, nor what will not be done. */
function keepsHerSafe({ isSafetyAction, safety, status }: CheckedAction): boolean {
  return isSafetyAction && !safety.isTowardsHim && (!isEnded(status) || status === 'complete')
}

/** What is wrong with the order of a plan, found action by action. */
function hasFinding(kind: OrderFinding, action: CheckedAction, chain: readonly CheckedAction[]): boolean {
  const { safety, signOff } = action
  const before = chain[0]
  switch (kind) {
    case 'signOff':
      return needsSignOff(safety) && signOff === null
    case 'notToldFirst':
      return needsSignOff(safety) && safety.toldFirstBy === null
    case 'noSafetyFirst':
      return safety.isTowardsHim && !chain.some(keepsHerSafe)
    case 'wrongOrder':
      return before !== undefined && !isEnded(before.status) && before.dueOn > action.dueOn
    case 'waitsForDropped':
      return before !== undefined && isEnded(before.status) && before.status !== 'complete'
    case 'safetyUnsaid':
      return isNoticeUnsaid(safety) && facesHim(action)
  }
}

/**
 * What stands against leaving a case: no action or none for safety, actions that could reach him in the wrong order or without an advocate's word,
 * a victim who was never asked or told, an open need that no action answers (domain.md section 12; design, "Victim safety comes first"). The room
 * reads it: needs that were told in confidence are left out, and of a voice in confidence it says no more than whether she was asked and told.
 */
export function checkPlan(
  actions: readonly CheckedAction[],
  entries: readonly Entry[],
  { meetingId, since }: Hearing,
): readonly PlanFinding[] {
  const lack = planLack(actions, meetingId)
  const byId = new Map<ActionId, CheckedAction>(actions.map((action) => [action.id, action]))
  const open = actions.filter(({ status }) => !isEnded(status))
  const order = orderFindings.flatMap((kind): readonly PlanFinding[] => {
    const found = open.filter((action) => hasFinding(kind, action, chainBefore(action, byId)))
    return found.length === 0 ? [] : [{ kind, references: found.map(({ reference }) => reference) }]
  })
  const unanswered = unansweredNeeds(withoutPrivileged(entries), actions)
  return [
    ...(lack === null ? [] : [{ kind: lack }]),
    ...order,
    ...voiceFindings(entries, since),
    ...(unanswered.length === 0 ? [] : [{ kind: 'needWithoutAction', domains: unanswered } as const]),
  ]
}

/** What stands against putting off a case at which actions were agreed already: their order and the advocate's word, for they go out all the same. */
export function againstDeferral(
  findings: readonly PlanFinding[],
  agreedNow: readonly Pick<CheckedAction, 'status'>[],
): readonly PlanFinding[] {
  if (agreedNow.every(({ status }) => isEnded(status))) return []
  return findings.filter(({ kind }) => orderFindings.some((each) => each === kind))
}

/** Whether she was asked and told, ever and since a day. That it was not safe to is an answer. */
function voiceFindings(entries: readonly Entry[], since: IsoDate | null): readonly PlanFinding[] {
  const voices = entriesOf(entries, 'voice').map(({ content }) => content)
  const settled = (field: 'wasAsked' | 'knowsOfMeeting') => voices.filter(({ [field]: answer }) => answer === 'yes' || answer === 'notSafe')
  const lacks = (field: 'wasAsked' | 'knowsOfMeeting', never: 'neverAsked' | 'neverTold', anew: 'notAskedAnew' | 'notToldAnew') => {
    const days = settled(field).map(({ on }) => on)
    if (days.length === 0) return [{ kind: never }]
    return since === null || days.some((on) => on >= since) ? [] : [{ kind: anew }]
  }
  return [...lacks('wasAsked', 'neverAsked', 'notAskedAnew'), ...lacks('knowsOfMeeting', 'neverTold', 'notToldAnew')]
}
