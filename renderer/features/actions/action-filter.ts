import { ActionFilter, type ActionStatus, isEnded } from '#domain/action.ts'

export type ActionState = ActionFilter['state']
export const actionStates = ['open', 'overdue', 'dueSoon', 'ended', 'all'] as const satisfies readonly ActionState[]

/** What has not ended, the longest overdue first. */
export const openByDay: ActionFilter = ActionFilter.parse({})

type Asked = { readonly agencyId?: number | undefined; readonly meetingId?: number | undefined; readonly state?: ActionState | undefined }

/** The filter that an address asks for, or null where it asks for nothing. */
export function askedFilter({ agencyId, meetingId, state }: Asked): ActionFilter | null {
  if (agencyId === undefined && meetingId === undefined && state === undefined) return null
  return ActionFilter.parse({ agencyId: agencyId ?? null, meetingId: meetingId ?? null, state: state ?? 'open' })
}

/** The filter with other statuses. A status that the state would keep out (`complete` among open actions) widens the state. */
export function withStatuses(filter: ActionFilter, statuses: readonly ActionStatus[]): ActionFilter {
  const isKeptOut = (status: ActionStatus) => (filter.state === 'ended' ? !isEnded(status) : filter.state !== 'all' && isEnded(status))
  return { ...filter, statuses: [...statuses], state: statuses.some(isKeptOut) ? 'all' : filter.state }
}

/** The filter with another state; statuses that it would keep out are dropped. */
export function withState(filter: ActionFilter, state: ActionState): ActionFilter {
  const fits = (status: ActionStatus) => state === 'all' || isEnded(status) === (state === 'ended')
  return { ...filter, state, statuses: filter.statuses.filter(fits) }
}

/** How many of the filters behind "More filters" are on. */
export function moreCount(filter: ActionFilter): number {
  return Number(filter.statuses.length > 0) + Number(filter.dueFrom !== null) + Number(filter.dueTo !== null)
}

/** True where the filter keeps something out, beyond what has ended. */
export function isFiltered(filter: ActionFilter): boolean {
  return (
    filter.search.trim() !== '' || filter.agencyId !== null || filter.meetingId !== null || filter.state !== 'open' || moreCount(filter) > 0
  )
}

/** True where both show the same rows in the same order. */
export function isSameView(one: ActionFilter, other: ActionFilter): boolean {
  const comparable = (filter: ActionFilter) => JSON.stringify(ActionFilter.parse({ ...filter, statuses: filter.statuses.toSorted() }))
  return comparable(one) === comparable(other)
}
