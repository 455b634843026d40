import { type ActionStatus, isEnded } from '../action.ts'
import type { ActionId } from '../ids.ts'
import { type ActionSafety, needsSignOff, type SignOff } from './action-safety.ts'

/** As much of an action as its place in the plan depends on. */
export type PlannedAction = {
  readonly id: ActionId
  readonly reference: string
  readonly status: ActionStatus
  readonly safety: ActionSafety
  readonly signOff: SignOff | null
}

/** What an open action waits for; a sign-off comes before all else. `dropped`: what it waits for will not be done any more. */
export type WaitsFor =
  | { readonly kind: 'signOff' }
  | { readonly kind: 'action'; readonly id: ActionId; readonly reference: string; readonly isDropped: boolean }

/** What an action waits for before an agency may carry it out, or null where it may go ahead or has ended. */
export function waitsFor(action: PlannedAction, plan: readonly PlannedAction[]): WaitsFor | null {
  if (isEnded(action.status)) return null
  if (needsSignOff(action.safety) && action.signOff === null) return { kind: 'signOff' }
  const before = plan.find(({ id }) => id === action.safety.after)
  if (before === undefined || before.status === 'complete') return null
  return { kind: 'action', id: before.id, reference: before.reference, isDropped: isEnded(before.status) }
}

/** True for a status that says the action is being carried out or was. */
export function carriesOut(status: ActionStatus): boolean {
  return status === 'inProgress' || status === 'complete'
}

/** True where making `id` wait for `after` would make it wait for itself, however many steps away. */
export function wouldWaitForItself(id: ActionId, after: ActionId, plan: readonly PlannedAction[]): boolean {
  const seen = new Set<ActionId>([id])
  let next: ActionId | null = after
  while (next !== null) {
    if (seen.has(next)) return true
    seen.add(next)
    next = plan.find((action) => action.id === next)?.safety.after ?? null
  }
  return false
}
