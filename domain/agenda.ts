import type { ListingType } from './meeting.ts'

type Orderable = { readonly hasChildren: boolean; readonly listingType: ListingType; readonly caseReference: string }

const typeRank: Readonly<Record<ListingType, number>> = { deferredBefore: 0, repeat: 1, new: 2, carriedOver: 3 }

/**
 * The order in which a meeting takes its cases: those with children first, so that the children's agencies may leave (domain.md 1.4), then cases
 * deferred before, repeats, new ones, and cases with nothing but carried-over actions; by reference within each.
 */
export function orderAgenda<Item extends Orderable>(items: readonly Item[]): readonly Item[] {
  return [...items].sort(
    (a, b) =>
      Number(b.hasChildren) - Number(a.hasChildren) ||
      typeRank[a.listingType] - typeRank[b.listingType] ||
      a.caseReference.localeCompare(b.caseReference, 'en'),
  )
}

/** The list with one item moved to a place (from 0), the others in their order. Out-of-range places are the ends. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined) return items
  const rest = items.filter((_, index) => index !== from)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), item, ...rest.slice(place)]
}
