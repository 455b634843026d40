import type { ActionRow, ActionStatus } from '../action.ts'
import type { IsoDate } from '../dates.ts'
import type { ActionId, AgencyId, CaseId } from '../ids.ts'
import { needsSignOff } from '../safety/action-safety.ts'
import { type IdentifierKind, type Linter, redact } from './identifiers.ts'
import { printable } from './printable.ts'

/** Statuses that an agency may report. */
export const agencyStatuses = ['inProgress', 'complete', 'notPossible', 'notUndertaken'] as const satisfies readonly ActionStatus[]
export type AgencyStatus = (typeof agencyStatuses)[number]

export type ActionFacts = Pick<
  ActionRow,
  'id' | 'reference' | 'caseId' | 'caseReference' | 'agencyId' | 'description' | 'dueOn' | 'status' | 'version' | 'safety' | 'signOff'
>

/** Something that stays here, and what goes out in its place. */
export type Withheld = { readonly kind: IdentifierKind; readonly text: string; readonly replacement: string }

/** One action as it stands here and as it will go out. */
export type SharedAction = {
  readonly actionId: ActionId
  readonly actionVersion: number
  readonly actionReference: string
  readonly caseReference: string
  readonly original: string
  readonly outgoing: string
  readonly withheld: readonly Withheld[]
  readonly dueOn: IsoDate
  readonly status: ActionStatus
}

/** One line of the list that goes out: by case reference, nobody named. */
export type ActionListRow = Omit<SharedAction, 'original' | 'outgoing' | 'withheld'> & { readonly description: string }

export type ActionListHeading = {
  readonly teamName: string
  readonly agencyName: string
  readonly meetingOn: IsoDate
  /** Shown to people; says nothing of a case. */
  readonly listReference: string
  /** Random; by it a returned list is known again. */
  readonly listToken: string
  readonly version: number
  readonly madeOn: IsoDate
}

export type ActionListContent = ActionListHeading & { readonly rows: readonly ActionListRow[] }

export type SharingRules = {
  readonly agencyId: AgencyId
  /** Actions that an earlier list gave to this agency: it must learn that they are withdrawn. */
  readonly sentBefore: ReadonlySet<ActionId>
  readonly linterOf: (caseId: CaseId) => Linter
  /** Neutral words such as `[name]`. */
  readonly words: Readonly<Record<IdentifierKind, string>>
  /** What is said behind an action that another must come before, or '' where nothing holds it up any more. */
  readonly waitWords: (action: ActionFacts) => string
}

/** An action that stays here until an advocate has said that it may go ahead; its words as they would go out. */
export type HeldAction = { readonly actionReference: string; readonly caseReference: string; readonly outgoing: string }

/** The agency's open actions that could reach him or raise her risk and that no advocate has spoken for: they do not go out at all. */
export function heldBack(actions: readonly ActionFacts[], rules: SharingRules): readonly HeldAction[] {
  return actions
    .filter((action) => action.agencyId === rules.agencyId && isHeldBack(action, rules))
    .map((action) => {
      const { actionReference, caseReference, outgoing } = sharedAction(action, rules)
      return { actionReference, caseReference, outgoing }
    })
}

/** An agency that was told of it already is told that it is on hold. */
function isHeldBack({ id, status, safety, signOff }: ActionFacts, { sentBefore }: SharingRules): boolean {
  return (status === 'agreed' || status === 'inProgress') && needsSignOff(safety) && signOff === null && !sentBefore.has(id)
}

/**
 * The agency's own actions as they may go out, by due date. Proposals stay here; so does what was superseded or withdrawn, unless the agency
 * was given it before and has to be told.
 */
export function shareActions(actions: readonly ActionFacts[], rules: SharingRules): readonly SharedAction[] {
  return actions
    .filter((action) => action.agencyId === rules.agencyId && mayGoOut(action, rules))
    .toSorted((one, other) => compare(one.dueOn, other.dueOn) || compare(one.reference, other.reference))
    .map((action) => sharedAction(action, rules))
}

function sharedAction(action: ActionFacts, rules: SharingRules): SharedAction {
  const original = printable(action.description)
  const finds = rules.linterOf(action.caseId)(original)
  return {
    actionId: action.id,
    actionVersion: action.version,
    actionReference: action.reference,
    caseReference: action.caseReference,
    original,
    outgoing: `${redact(original, finds, rules.words)}${rules.waitWords(action)}`,
    withheld: finds.map(({ kind, text }) => ({ kind, text, replacement: rules.words[kind] })),
    dueOn: action.dueOn,
    status: action.status,
  }
}

/** The document's content: the heading and what may go out, without the originals. */
export function buildActionList(heading: ActionListHeading, shared: readonly SharedAction[]): ActionListContent {
  return {
    ...heading,
    rows: shared.map(({ original: _original, outgoing, withheld: _withheld, ...row }) => ({ ...row, description: outgoing })),
  }
}

function mayGoOut(action: ActionFacts, rules: SharingRules): boolean {
  if (action.status === 'proposed' || isHeldBack(action, rules)) return false
  return (action.status !== 'superseded' && action.status !== 'withdrawn') || rules.sentBefore.has(action.id)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
