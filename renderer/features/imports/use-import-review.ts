import type { ColumnMapping, ImportKind, ImportReview, RowDecision } from '#contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { apiKey, type ApiOutput, useApiCommand, useApiQuery } from '../../api.ts'
import type { DroppedFile } from '../../ui/file-drop.tsx'
import type { RefusalError } from '../../refusal-error.ts'

export type Remapping = {
  readonly mapping: ColumnMapping
  /** Columns that go into a note. */
  readonly kept: readonly number[]
  readonly dayFirst: boolean
  readonly createAgencies: boolean
}

/** What a screen can do with the file under review. Each gives the review as it is afterwards, or null where it was refused. */
export type ReviewActions = {
  readonly remap: (change: Partial<Remapping>) => Promise<ImportReview | null>
  readonly mend: (row: number, values: Readonly<Record<string, string>>) => Promise<ImportReview | null>
  readonly decide: (row: number, decision: RowDecision) => Promise<ImportReview | null>
}

/** The file of a kind that is under review, kept in the store, and everything that can be done with it. */
export function useImportReview(kind: ImportKind, onCommitted: (done: ApiOutput<'imports.commit'>) => void) {
  const client = useQueryClient()
  const pending = useApiQuery('imports.pending', { kind })
  const show = (review: ImportReview | null) => client.setQueryData(apiKey('imports.pending', { kind }), review)
  const quiet = { isQuiet: true, onDone: show }
  const read = useApiCommand('imports.read', quiet)
  const remap = useApiCommand('imports.remap', quiet)
  const mendRow = useApiCommand('imports.mendRow', quiet)
  const decideRow = useApiCommand('imports.decideRow', quiet)
  const giveUp = useApiCommand('imports.giveUp', { isQuiet: true, onDone: () => show(null) })
  const commit = useApiCommand('imports.commit', { onDone: onCommitted })
  // A key held down asks again before the first answer is there; asked twice, the second would be refused for want of rows.
  const isCommitting = useRef(false)
  // What was just chosen, until it is answered: or a choice would seem not to have been taken while the rows are read anew.
  const [asked, setAsked] = useState<Remapping | null>(null)
  const review = pending.data === undefined || pending.data === null ? null : { ...pending.data, ...asked }
  const token = review?.token ?? ''

  const actions: ReviewActions = {
    remap: async (change) => {
      if (review === null) return null
      const { mapping, kept, dayFirst, createAgencies } = review
      const wanted = { mapping, kept, dayFirst, createAgencies, ...change }
      setAsked(wanted)
      const answer = await orNull(remap.mutateAsync({ token, ...wanted, kept: [...wanted.kept] }))
      setAsked(null)
      return answer
    },
    mend: (row, values) => orNull(mendRow.mutateAsync({ token, row, values })),
    decide: (row, decision) => orNull(decideRow.mutateAsync({ token, row, decision })),
  }
  const errors: readonly (RefusalError | null)[] = [remap.error, mendRow.error, decideRow.error, commit.error, giveUp.error]
  return {
    isLoading: pending.isPending,
    review,
    /** What kept the file from being read. */
    readError: read.error ?? pending.error,
    /** What kept the last step from being done. */
    error: errors.find((error) => error !== null) ?? null,
    isReading: read.isPending,
    isCommitting: commit.isPending,
    isBusy: remap.isPending || mendRow.isPending || decideRow.isPending,
    read: ({ fileName, bytes }: DroppedFile, sheet?: string) =>
      orNull(read.mutateAsync({ kind, fileName, bytes, ...(sheet === undefined ? {} : { sheet }) })),
    commit: () => {
      if (isCommitting.current) return
      isCommitting.current = true
      commit.mutate(
        { token },
        {
          onSettled: () => {
            isCommitting.current = false
          },
        },
      )
    },
    giveUp: () => giveUp.mutate({ token }),
    actions,
  }
}

/** A refusal stands in the command's `error`, where the screen words it; the caller needs to know only that nothing was done. */
async function orNull<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer
  } catch {
    return null
  }
}
