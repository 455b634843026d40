import { type ActionStatus, isEnded } from '../action.ts'
import type { ActionId } from '../ids.ts'
import { entriesOf, type Entry, type EntryOf } from './entry.ts'
import { type NeedDomain, needDomains, type NeedState } from './need.ts'

type NeedAction = { readonly id: ActionId; readonly status: ActionStatus }

/** One domain of what she needs, and the actions that answer it. */
export type NeedStanding<Action extends NeedAction> = {
  readonly domain: NeedDomain
  /** Null where nobody has said anything of it yet: its state is then `unknown`. */
  readonly entry: EntryOf<'need'> | null
  readonly state: NeedState
  readonly actions: readonly Action[]
  /** True for an open need that no standing action answers: one that was done counts, one that came to nothing does not. */
  readonly isUnanswered: boolean
}

/** All eleven domains in their fixed order, safety first. `actions` are those of the case. */
export function needsOf<Action extends NeedAction>(entries: readonly Entry[], actions: readonly Action[]): readonly NeedStanding<Action>[] {
  const needs = new Map(entriesOf(entries, 'need').map((entry) => [entry.content.domain, entry]))
  return needDomains.map((domain): NeedStanding<Action> => {
    const entry = needs.get(domain) ?? null
    const state = entry?.content.state ?? 'unknown'
    const linked = actions.filter(({ id }) => entry?.content.actionIds.includes(id))
    const isAnswered = linked.some(({ status }) => !isEnded(status) || status === 'complete')
    return { domain, entry, state, actions: linked, isUnanswered: state === 'open' && !isAnswered }
  })
}

/** The open needs that no standing action answers, safety first. */
export function unansweredNeeds(entries: readonly Entry[], actions: readonly NeedAction[]): readonly NeedDomain[] {
  return needsOf(entries, actions)
    .filter(({ isUnanswered }) => isUnanswered)
    .map(({ domain }) => domain)
}
