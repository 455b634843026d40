import { type ActionStatus, isEnded } from './action.ts'
import type { MeetingId } from './ids.ts'

/** What a plan still lacks before its case may be left without a word: any action, or one for safety (domain.md, section 12). */
export type PlanLack = 'action' | 'safetyAction'

type Agreed = { readonly status: ActionStatus; readonly isSafetyAction: boolean; readonly meetingId: MeetingId }

/**
 * What the actions of a case still lack when it is left at a meeting. What is open counts, whenever it was agreed, and of what is done that of this
 * meeting: a plan that was carried out before answers nothing that has come since. What was dropped or came to nothing does not count.
 */
export function planLack(actions: readonly Agreed[], meeting: MeetingId): PlanLack | null {
  const standing = actions.filter(({ status, meetingId }) => !isEnded(status) || (status === 'complete' && meetingId === meeting))
  if (standing.length === 0) return 'action'
  return standing.some(({ isSafetyAction }) => isSafetyAction) ? null : 'safetyAction'
}
