import type { Page } from '#domain/page.ts'
import { hashKey, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type ApiInput, type ApiOutput, apiKey, call, type OperationName } from '../api.ts'

/** A long list of which only the part in sight is loaded. `at` is undefined for a row that is on its way. */
export type RowWindow<Row> = {
  readonly total: number
  readonly at: (index: number) => Row | undefined
  /** The table says which rows are in sight. */
  readonly show: (from: number, to: number) => void
  readonly isLoading: boolean
  /** A `RefusalError`. */
  readonly error: Error | null
}

/** Operations that give a page of rows. */
export type PagedOperation = { [Name in OperationName]: ApiOutput<Name> extends Page<unknown> ? Name : never }[OperationName]
type RowOf<Name extends PagedOperation> = ApiOutput<Name> extends Page<infer Row> ? Row : never

const pageSize = 100

/**
 * The rows of a paged operation under one filter (without `offset` and `limit`), loaded page by page as they come into sight. While a changed
 * filter is being answered, the former rows stay.
 */
export function usePagedRows<Name extends PagedOperation>(
  name: Name,
  filter: Omit<ApiInput<Name>, 'offset' | 'limit'>,
): RowWindow<RowOf<Name>> {
  const client = useQueryClient()
  const [pages, setPages] = useState<{ readonly first: number; readonly last: number }>({ first: 0, last: 0 })
  const numbers = [...new Set([0, ...Array.from({ length: pages.last - pages.first + 1 }, (_, step) => pages.first + step)])]

  // The filter with its window is exactly the operation's input; a generic spread loses that for the compiler.
  const inputOf = (page: number, under = filter) => ({ ...under, offset: page * pageSize, limit: pageSize }) as unknown as ApiInput<Name>
  type Answer = Page<RowOf<Name>>

  const answers = useQueries({
    queries: numbers.map((page) => ({
      queryKey: apiKey(name, inputOf(page)),
      queryFn: async () => (await call(name, inputOf(page))) as unknown as Answer,
    })),
  })

  const first = answers[0]?.data
  const key = hashKey([filter])
  const [former, setFormer] = useState<{ readonly key: string; readonly filter: typeof filter; readonly total: number } | null>(null)
  const answered = first === undefined ? null : { key, filter, total: first.total }
  if (answered !== null && (former === null || former.key !== key || former.total !== answered.total)) setFormer(answered)
  const shown = answered ?? former

  const found = new Map<number, Answer | undefined>()
  const at = (index: number): RowOf<Name> | undefined => {
    if (shown === null) return undefined
    const page = Math.floor(index / pageSize)
    if (found.get(page) !== undefined) return found.get(page)?.rows[index % pageSize]
    const pageKey = apiKey(name, inputOf(page, shown.filter))
    found.set(page, client.getQueryData<Answer>(pageKey))
    return found.get(page)?.rows[index % pageSize]
  }

  const show = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(Math.max(0, from) / pageSize), last: Math.floor(Math.max(0, to) / pageSize) }
    setPages((now) => (now.first === next.first && now.last === next.last ? now : next))
  }, [])

  return {
    total: shown?.total ?? 0,
    at,
    show,
    isLoading: answers.some((answer) => answer.isFetching),
    error: answers.find((answer) => answer.error !== null)?.error ?? null,
  }
}

const nothingToLoad = () => undefined

/** Rows that are all here, for the same table. */
export function localRows<Row>(rows: readonly Row[], isLoading = false): RowWindow<Row> {
  return { total: rows.length, at: (index) => rows[index], show: nothingToLoad, isLoading, error: null }
}
