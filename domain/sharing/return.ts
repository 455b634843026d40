import { type ActionStatus, isEnded, needsReason, nextStatuses } from '../action.ts'
import type { ActionId } from '../ids.ts'
import { longestComment } from './action-list-words.ts'

/** How a row's seal stands: as it was sent, with the words or the identity changed, or never ours. */
export type Seal = 'intact' | 'altered' | 'foreign'

/** What an agency put in the column for the new status. */
export type ReportedStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'status'; readonly status: ActionStatus }
  | { readonly kind: 'unknown'; readonly text: string }

export type ReturnedRow = {
  /** As the spreadsheet counts, from 1. */
  readonly rowNumber: number
  readonly actionReference: string
  readonly caseReference: string
  readonly description: string
  /** Null for a foreign row. */
  readonly actionId: ActionId | null
  /** The action's version when the list was made; null for a foreign row. */
  readonly actionVersion: number | null
  readonly seal: Seal
  readonly newStatus: ReportedStatus
  readonly comment: string
}

export type ReturnRefusal =
  | 'foreign'
  | 'altered'
  | 'stale'
  | 'duplicateRow'
  | 'unknownStatus'
  | 'statusNotAllowed'
  | 'reasonMissing'
  | 'commentTooLong'
  | 'agencyConcerned'

export type ReturnOutcome =
  | { readonly kind: 'change'; readonly from: ActionStatus; readonly to: ActionStatus; readonly comment: string }
  | { readonly kind: 'comment'; readonly comment: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: ReturnRefusal }

/** An action as it stands now. */
export type CurrentAction = { readonly status: ActionStatus; readonly version: number; readonly isWithConcerned?: boolean }

/**
 * What each returned row would do. Only a row that says something is judged by version: an untouched one is unchanged however old it is.
 * An action that two rows speak of is refused in all of them, since nobody can know which is meant.
 */
export function reviewReturn(
  rows: readonly ReturnedRow[],
  current: ReadonlyMap<ActionId, CurrentAction>,
): readonly { readonly row: ReturnedRow; readonly outcome: ReturnOutcome }[] {
  const speaking = new Map<ActionId, number>()
  for (const row of rows) if (row.actionId !== null && says(row)) speaking.set(row.actionId, (speaking.get(row.actionId) ?? 0) + 1)
  return rows.map((row) => ({ row, outcome: outcomeOf(row, current, speaking) }))
}

function outcomeOf(
  row: ReturnedRow,
  current: ReadonlyMap<ActionId, CurrentAction>,
  speaking: ReadonlyMap<ActionId, number>,
): ReturnOutcome {
  const action = row.actionId === null ? undefined : current.get(row.actionId)
  if (row.seal === 'foreign' || row.actionId === null || action === undefined) return refused('foreign')
  if (row.seal === 'altered') return refused('altered')
  if (!says(row)) return { kind: 'unchanged' }
  if ((speaking.get(row.actionId) ?? 0) > 1) return refused('duplicateRow')
  if (row.newStatus.kind === 'unknown') return refused('unknownStatus')
  const to = row.newStatus.kind === 'status' ? row.newStatus.status : action.status
  const comment = row.comment.trim()
  if (to === action.status && comment === '') return { kind: 'unchanged' }
  if (row.actionVersion !== action.version) return refused('stale')
  if (comment.length > longestComment) return refused('commentTooLong')
  if (to === action.status) return { kind: 'comment', comment }
  // The agency may say that it has ended; it is not to go on.
  if (action.isWithConcerned === true && !isEnded(to)) return refused('agencyConcerned')
  return statusChange(action.status, to, comment)
}

function statusChange(from: ActionStatus, to: ActionStatus, comment: string): ReturnOutcome {
  // What the team took back is taken up again by the team alone.
  if (from === 'superseded' || from === 'withdrawn' || !nextStatuses(from).includes(to)) return refused('statusNotAllowed')
  if (needsReason(from, to) && comment === '') return refused('reasonMissing')
  return { kind: 'change', from, to, comment }
}

function says(row: ReturnedRow): boolean {
  return row.newStatus.kind !== 'none' || row.comment.trim() !== ''
}

function refused(reason: ReturnRefusal): ReturnOutcome {
  return { kind: 'refused', reason }
}
