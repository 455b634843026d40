import type { EntryId } from '../ids.ts'
import type { EntryOf } from './entry.ts'

export type Link = EntryOf<'chainLink'>

/** The links before a link, nearest first. A circle, which the door refuses, ends where it closes. */
export function linksBefore(link: Link, byId: ReadonlyMap<EntryId, Link>): readonly Link[] {
  const found: Link[] = []
  const seen = new Set<EntryId>([link.id])
  for (let at = link.content.dependsOn; at !== null && !seen.has(at);) {
    const before = byId.get(at)
    if (before === undefined) break
    seen.add(at)
    found.push(before)
    at = before.content.dependsOn
  }
  return found
}

/** What a link without a day of its own is sorted by: since when it is held, or the day of the nearest link before it that has one. */
function sortDay(link: Link, byId: ReadonlyMap<EntryId, Link>): string {
  const own = ({ content }: Link) => content.on ?? content.heldSince
  return (
    own(link) ??
    linksBefore(link, byId)
      .map(own)
      .find((day) => day !== null) ??
    '9999'
  )
}

/** The links by their days, each after the one that it depends on, whatever the days say. */
export function inChainOrder(links: readonly Link[]): readonly Link[] {
  const byId = new Map(links.map((link) => [link.id, link]))
  const byDay = links
    .map((link) => ({ link, day: sortDay(link, byId) }))
    .toSorted((one, other) => (one.day === other.day ? one.link.id - other.link.id : one.day < other.day ? -1 : 1))
    .map(({ link }) => link)
  const ordered = new Set<Link>()
  for (const link of byDay) {
    for (const before of linksBefore(link, byId).toReversed()) ordered.add(before)
    ordered.add(link)
  }
  return [...ordered]
}
