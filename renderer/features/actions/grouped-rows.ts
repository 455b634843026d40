import type { ActionRow, ActionSort } from '#domain/action.ts'
import type { RowWindow } from '../../ui/row-window.ts'

/** An action in a list that is sorted by group: the first of its group says the group's name, the others repeat it quietly. */
export type GroupedAction = ActionRow & { readonly startsGroup: boolean }

const groupKeys: Partial<Readonly<Record<ActionSort, (row: ActionRow) => number>>> = {
  agency: (row) => row.agencyId,
  case: (row) => row.caseId,
  meeting: (row) => row.meetingId,
}

type Pair = { readonly first: GroupedAction; readonly other: GroupedAction }

/** The same object for the same row every time, so that a row that did not change is not drawn again. */
const made = new WeakMap<ActionRow, Pair>()

function pairOf(row: ActionRow): Pair {
  const known = made.get(row)
  if (known) return known
  const pair = { first: { ...row, startsGroup: true }, other: { ...row, startsGroup: false } }
  made.set(row, pair)
  return pair
}

/** The rows with the beginnings of groups marked; without groups (sorted by day, for example) every row stands for itself. */
export function groupedRows(rows: RowWindow<ActionRow>, sort: ActionSort): RowWindow<GroupedAction> {
  const keyOf = groupKeys[sort]
  return {
    ...rows,
    at: (index) => {
      const row = rows.at(index)
      if (row === undefined) return undefined
      const before = keyOf === undefined || index === 0 ? undefined : rows.at(index - 1)
      const isSame = before !== undefined && keyOf?.(before) === keyOf?.(row)
      return isSame ? pairOf(row).other : pairOf(row).first
    },
  }
}
