import { type ActionRow, type ActionStatus, needsReason, nextStatuses } from '#domain/action.ts'

/** The statuses that one key sets, in the order in which they are offered. */
export const statusKeys = [
  { key: 'c', status: 'complete' },
  { key: 'p', status: 'inProgress' },
  { key: 'n', status: 'notPossible' },
  { key: 'u', status: 'notUndertaken' },
  { key: 's', status: 'superseded' },
  { key: 'w', status: 'withdrawn' },
  { key: 'a', status: 'agreed' },
] as const satisfies readonly { readonly key: string; readonly status: Exclude<ActionStatus, 'proposed'> }[]

/** A status that can be asked for here: none goes back to `proposed`. */
export type SettableStatus = (typeof statusKeys)[number]['status']

/** The key that sets this status. */
export function keyOf(status: SettableStatus): string {
  return statusKeys.find((each) => each.status === status)?.key ?? ''
}

/** The status that a key press asks for, or null. */
export function statusOfKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): SettableStatus | null {
  if (ctrlKey || metaKey || altKey) return null
  return statusKeys.find((each) => each.key === key.toLowerCase())?.status ?? null
}

/** The statuses that an action can be set to now. */
export function offered(status: ActionStatus): readonly SettableStatus[] {
  const next = nextStatuses(status)
  return statusKeys.map((each) => each.status).filter((each) => next.includes(each))
}

/** What asking for a status means: do it, ask why first, or say that it cannot be. */
export type Step = 'change' | 'askReason' | 'already' | 'notAllowed'

export function stepTo(from: ActionStatus, to: SettableStatus): Step {
  if (from === to) return 'already'
  if (!nextStatuses(from).includes(to)) return 'notAllowed'
  return needsReason(from, to) ? 'askReason' : 'change'
}

/** How a change is taken back, or null where the former status cannot follow. `reason` is given where taking it back must say why. */
export function undoOf(after: Pick<ActionRow, 'id' | 'version' | 'status'>, from: ActionStatus, reason: string) {
  if (!nextStatuses(after.status).includes(from)) return null
  return { id: after.id, version: after.version, status: from, reason: needsReason(after.status, from) ? reason : '' }
}
