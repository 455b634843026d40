import type { KeyboardEvent } from 'react'

/** Moves the focus from one button of a list to another by the arrows, Home and End; answers whether the key was one of these. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): boolean {
  const list = event.currentTarget.closest('ol, ul')
  const buttons = [...(list?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  const at = buttons.indexOf(event.currentTarget)
  if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return false
  const next = placeAfter(event.key, at, buttons.length)
  if (next === null) return false
  event.preventDefault()
  buttons[next]?.focus()
  return true
}

function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
