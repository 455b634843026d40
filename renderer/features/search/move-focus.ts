type Direction = 'first' | 'last' | 'next' | 'previous'

/** Where a key leads in a list of hits; null for a key that leads nowhere. */
export function directionOf(key: string): Direction | null {
  switch (key) {
    case 'ArrowDown':
      return 'next'
    case 'ArrowUp':
      return 'previous'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}

/** Moves the focus among the hits of a list; false where there is none in that direction. */
export function moveFocus(list: HTMLElement | null, to: Direction): boolean {
  const hits = [...(list?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
  const at = hits.findIndex((hit) => hit === document.activeElement)
  const wanted = { first: 0, last: hits.length - 1, next: at + 1, previous: at - 1 }[to]
  const hit = hits[wanted]
  if (hit === undefined) return false
  hit.focus()
  hit.scrollIntoView({ block: 'nearest' })
  return true
}
