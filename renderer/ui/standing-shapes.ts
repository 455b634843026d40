import type { LinkStanding } from '#domain/record/chain-state.ts'

/** A shape for each standing of a link, so that colour is never alone. */
export const standingShapes: Readonly<Record<LinkStanding, string>> = {
  done: '✓',
  planned: '◷',
  waiting: '◐',
  blocked: '◌',
  broken: '▲',
  dropped: '–',
}
