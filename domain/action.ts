import { z } from 'zod'
import { assertNever } from './assert-never.ts'
import { addDays, IsoDate, type IsoInstant } from './dates.ts'
import { ActionId, AgencyId, type CaseId, ListingId, MeetingId } from './ids.ts'
import { pageWindow, SortDirection } from './page.ts'
import { NeedDomain, needDomains } from './record/need.ts'
import { ActionSafety, type SignOff } from './safety/action-safety.ts'
import { line, words } from './text.ts'

/**
 * The states of a promise (domain.md 3.3). `notPossible`: circumstances changed; `notUndertaken`: the agency did not do it; the two are never
 * mixed. `withdrawn`: for safety. Overdue is derived, never stored.
 */
export const actionStatuses = [
  'proposed',
  'agreed',
  'inProgress',
  'complete',
  'notPossible',
  'notUndertaken',
  'superseded',
  'withdrawn',
] as const
export const ActionStatus = z.enum(actionStatuses)
export type ActionStatus = z.infer<typeof ActionStatus>

export const openStatuses = ['proposed', 'agreed', 'inProgress'] as const satisfies readonly ActionStatus[]

/** True once nothing more is expected of the agency. */
export function isEnded(status: ActionStatus): boolean {
  switch (status) {
    case 'proposed':
    case 'agreed':
    case 'inProgress':
      return false
    case 'complete':
    case 'notPossible':
    case 'notUndertaken':
    case 'superseded':
    case 'withdrawn':
      return true
    default:
      return assertNever(status)
  }
}

/** True where the promise is still open and its day has passed. */
export function isOverdue(action: { readonly status: ActionStatus; readonly dueOn: IsoDate }, today: IsoDate): boolean {
  return !isEnded(action.status) && action.dueOn < today
}

/** How the due date stands to today; `soon` is within seven days. */
export type Timeliness = 'ended' | 'overdue' | 'soon' | 'later'

export function timeliness(action: { readonly status: ActionStatus; readonly dueOn: IsoDate }, today: IsoDate): Timeliness {
  if (isEnded(action.status)) return 'ended'
  if (action.dueOn < today) return 'overdue'
  return action.dueOn <= addDays(today, 7) ? 'soon' : 'later'
}

/** The statuses that may follow. An ended action can be taken up again (a mistake, a change), never back to `proposed`. */
export function nextStatuses(from: ActionStatus): readonly ActionStatus[] {
  switch (from) {
    case 'proposed':
      return ['agreed', 'inProgress', 'complete', 'notPossible', 'superseded', 'withdrawn']
    case 'agreed':
    case 'inProgress':
      return actionStatuses.filter((status) => status !== 'proposed' && status !== from)
    case 'complete':
    case 'notPossible':
    case 'notUndertaken':
    case 'superseded':
    case 'withdrawn':
      return ['agreed', 'inProgress', ...(from === 'complete' ? [] : (['complete'] as const))]
    default:
      return assertNever(from)
  }
}

/** Whether the change must say why: where a promise is not kept, is dropped, or is taken up again. */
export function needsReason(from: ActionStatus, to: ActionStatus): boolean {
  if (isEnded(from)) return true
  return to === 'notPossible' || to === 'notUndertaken' || to === 'superseded' || to === 'withdrawn'
}

const AnsweredNeeds = z.array(NeedDomain).max(needDomains.length)

export const ActionDraft = z.strictObject({
  listingId: ListingId,
  agencyId: AgencyId,
  description: line(1000),
  dueOn: IsoDate,
  isSafetyAction: z.boolean().default(false),
  safety: ActionSafety.default(() => ActionSafety.parse({})),
  /** The needs of hers that the action answers; each is opened where nobody has said anything of it. */
  needs: AnsweredNeeds.default([]),
})
export type ActionDraft = z.infer<typeof ActionDraft>

export const ActionChange = z.strictObject({
  id: ActionId,
  version: z.int(),
  agencyId: AgencyId,
  description: line(1000),
  dueOn: IsoDate,
  isSafetyAction: z.boolean(),
  /** Left as it stands where it is not said. */
  safety: ActionSafety.optional(),
  /** The needs that it answers, all of them; left as they stand where it is not said. */
  needs: AnsweredNeeds.optional(),
  reason: words(1000).default(''),
})
export type ActionChange = z.infer<typeof ActionChange>

export const StatusChange = z.strictObject({
  id: ActionId,
  version: z.int(),
  status: ActionStatus,
  reason: words(1000).default(''),
  /** Said against what the action waits for; the reason is then asked. */
  goesAhead: z.boolean().default(false),
})
export type StatusChange = z.infer<typeof StatusChange>

/** An advocate's word that an action which he could notice may go ahead, as the coordinator notes it. */
export const SignOffDraft = z.strictObject({ id: ActionId, version: z.int(), agencyId: AgencyId, by: line(120) })
export type SignOffDraft = z.infer<typeof SignOffDraft>

/** One line of every table of actions. */
export type ActionRow = {
  readonly id: ActionId
  readonly reference: string
  readonly caseId: CaseId
  readonly caseReference: string
  readonly meetingId: MeetingId
  readonly meetingOn: IsoDate
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly description: string
  readonly dueOn: IsoDate
  readonly status: ActionStatus
  readonly isSafetyAction: boolean
  readonly safety: ActionSafety
  readonly signOff: SignOff | null
  /** Its case was restricted from the agency that has it: it is told nothing more of it, and somebody else must take it. */
  readonly isWithConcerned: boolean
  readonly version: number
}

/** What a correction of an action can touch. */
export type EditedField = 'agency' | 'description' | 'dueOn' | 'safety' | 'needs' | keyof ActionSafety

/** One entry of an action's history: who, when, what and why. */
export type ActionEvent = {
  readonly at: IsoInstant
  readonly actor: string
  readonly source: 'meeting' | 'coordinator' | 'agencyReturn'
  readonly change:
    | { readonly kind: 'created'; readonly status: ActionStatus }
    | { readonly kind: 'status'; readonly from: ActionStatus; readonly to: ActionStatus; readonly wentAhead?: boolean }
    | { readonly kind: 'edited'; readonly fields: readonly EditedField[] }
    | { readonly kind: 'signedOff'; readonly by: string }
    | { readonly kind: 'signOffVoid' }
    | { readonly kind: 'comment' }
  readonly reason: string
}

export const actionSorts = ['dueOn', 'agency', 'status', 'case', 'meeting', 'reference'] as const
export const ActionSort = z.enum(actionSorts)
export type ActionSort = z.infer<typeof ActionSort>

/** Which actions a table shows; `state` is a group of statuses, `overdue` being derived from today. */
export const ActionFilter = z.strictObject({
  search: words(200).default(''),
  agencyId: AgencyId.nullable().default(null),
  meetingId: MeetingId.nullable().default(null),
  state: z.enum(['all', 'open', 'overdue', 'dueSoon', 'ended']).default('open'),
  statuses: z.array(ActionStatus).max(8).default([]),
  dueFrom: IsoDate.nullable().default(null),
  dueTo: IsoDate.nullable().default(null),
  sort: ActionSort.default('dueOn'),
  direction: SortDirection.default('ascending'),
})
export type ActionFilter = z.infer<typeof ActionFilter>

export const ActionQuery = ActionFilter.extend(pageWindow)
export type ActionQuery = z.infer<typeof ActionQuery>

/** `A-0153`: sequential over the whole store; says nothing of the case. */
export function actionReference(sequence: number): string {
  return `A-${String(sequence).padStart(4, '0')}`
}
