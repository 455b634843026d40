import type { ReviewedReturnRow } from '#contract'
import type { ActionId } from '#domain/ids.ts'
import type { ReturnOutcome } from '#domain/sharing/return.ts'

type Outcome<Kind extends ReturnOutcome['kind']> = Extract<ReturnOutcome, { readonly kind: Kind }>

/** A row that says something new. */
export type Difference = Omit<ReviewedReturnRow, 'outcome' | 'actionId'> & {
  readonly actionId: ActionId
  readonly outcome: Outcome<'change'> | Outcome<'comment'>
}
export type RefusedRow = Omit<ReviewedReturnRow, 'outcome'> & { readonly outcome: Outcome<'refused'> }

/** The rows of a returned list by what can be done with them. */
export function sortRows(rows: readonly ReviewedReturnRow[]): {
  readonly differences: readonly Difference[]
  readonly refused: readonly RefusedRow[]
  readonly unchanged: number
} {
  const differences: Difference[] = []
  const refused: RefusedRow[] = []
  let unchanged = 0
  for (const row of rows) {
    const { outcome, actionId } = row
    if (outcome.kind === 'refused') refused.push({ ...row, outcome })
    else if (outcome.kind === 'unchanged' || actionId === null) unchanged += 1
    else differences.push({ ...row, actionId, outcome })
  }
  return { differences, refused, unchanged }
}
