import { type ActionStatus, isEnded } from './action.ts'

/** What a plan still lacks before its case may be left without a word: any action, or one for safety (domain.md, section 12). */
export type PlanLack = 'action' | 'safetyAction'

/** What the actions of a case, agreed now or before, still lack. What was dropped or came to nothing does not count; what was done does. */
export function planLack(actions: readonly { readonly status: ActionStatus; readonly isSafetyAction: boolean }[]): PlanLack | null {
  const standing = actions.filter(({ status }) => !isEnded(status) || status === 'complete')
  if (standing.length === 0) return 'action'
  return standing.some(({ isSafetyAction }) => isSafetyAction) ? null : 'safetyAction'
}
