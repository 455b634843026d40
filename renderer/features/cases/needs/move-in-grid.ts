import type { KeyboardEvent } from 'react'

/** Moves the focus among the cells of a grid that wraps, by the arrows, Home and End; answers whether the key was one of these. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const cells = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  const at = cells.indexOf(event.currentTarget)
  const next = cellAfter(event.key, at, cells)
  if (next === null) return false
  event.preventDefault()
  next.focus()
  return true
}

/** The first column's left edge comes back with each row: so many cells make a row. */
function rowLength(cells: readonly HTMLElement[]): number {
  const left = cells[0]?.getBoundingClientRect().left
  const second = cells.findIndex((cell, index) => index > 0 && cell.getBoundingClientRect().left === left)
  return second === -1 ? cells.length : second
}

function cellAfter(key: string, at: number, cells: readonly HTMLElement[]): HTMLElement | null {
  const same = cells[at] ?? null
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1] ?? same
    case 'ArrowLeft':
      return cells[at - 1] ?? same
    case 'ArrowDown':
      return cells[at + rowLength(cells)] ?? same
    case 'ArrowUp':
      return cells[at - rowLength(cells)] ?? same
    case 'Home':
      return cells[0] ?? same
    case 'End':
      return cells.at(-1) ?? same
    default:
      return null
  }
}
