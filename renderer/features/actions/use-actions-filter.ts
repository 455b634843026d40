import type { ActionFilter } from '#domain/action.ts'
import { useState } from 'react'
import { askedFilter, openByDay } from './action-filter.ts'

/** Kept until the app is locked (which reloads the window), so that coming back from a case finds the list as it was left. */
let former = openByDay

/** What the table of actions is filtered and sorted by; what the address asks for goes before what was left. */
export function useActionsFilter(asked: Parameters<typeof askedFilter>[0]) {
  const [filter, setFilter] = useState<ActionFilter>(() => askedFilter(asked) ?? former)
  return {
    filter,
    set: (next: ActionFilter) => {
      former = next
      setFilter(next)
    },
  }
}
