import type { CaseAttention, CaseFilter, CaseState } from '#domain/case.ts'
import { useState } from 'react'

export type CasesFilter = Required<Omit<CaseFilter, 'offset' | 'limit'>>

const everything: CasesFilter = {
  search: '',
  state: null,
  repeatsOnly: false,
  withChildrenOnly: false,
  attention: null,
  sort: 'reference',
  direction: 'descending',
}

/** Kept until the app is locked (which reloads the window), so that coming back from a case finds the list as it was left. */
let former = everything

/** What the table of cases is filtered and sorted by; what the address asks for goes before what was left. */
export function useCasesFilter(asked: {
  readonly state?: CaseState | undefined
  readonly repeatsOnly?: boolean | undefined
  readonly attention?: CaseAttention | undefined
}) {
  const isAsked = asked.state !== undefined || asked.repeatsOnly !== undefined || asked.attention !== undefined
  const [filter, setFilter] = useState<CasesFilter>(() =>
    isAsked
      ? { ...everything, state: asked.state ?? null, repeatsOnly: asked.repeatsOnly ?? false, attention: asked.attention ?? null }
      : former,
  )
  return {
    filter,
    isFiltered: filter.search !== '' || filter.state !== null || filter.repeatsOnly || filter.withChildrenOnly || filter.attention !== null,
    change: (part: Partial<CasesFilter>) => {
      former = { ...filter, ...part }
      setFilter(former)
    },
    clear: () => {
      former = { ...everything, sort: filter.sort, direction: filter.direction }
      setFilter(former)
    },
  }
}
