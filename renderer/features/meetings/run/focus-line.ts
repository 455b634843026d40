/** The places that a key of the meeting leads to. */
export type LineName = 'action' | 'fact' | 'risk' | 'earlier'

export function lineId(name: LineName): string {
  return `line-${name}`
}

/** Puts the cursor into a line of the meeting (or on what is marked `data-line`); does nothing where it is not on the screen. */
export function focusLine(name: LineName): void {
  const place = document.querySelector<HTMLElement>(`#${lineId(name)}, [data-line='${name}']`)
  place?.focus()
  place?.scrollIntoView({ block: 'nearest' })
}

/** Shows the keys of the screen, as `?` does outside a field. */
export function pressHelp(): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true }))
}
