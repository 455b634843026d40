import { assertNever } from '../assert-never.ts'
import { daysBetween, type IsoDate } from '../dates.ts'
import { inChainOrder, type Link } from './chain-order.ts'
import { entriesOf, type Entry } from './entry.ts'

/** After so many days a wait stands out. Ours: domain.md gives no number but that of an order not served in 72 hours. */
const longWaitDays = 14

/** Where a link stands on a day. `blocked`: what it depends on is not done, so nobody can do it yet. */
export type LinkStanding = 'done' | 'planned' | 'waiting' | 'blocked' | 'broken' | 'dropped'

/** One link of the chain, with what it depends on, who holds it and for how long. */
export type ChainStep = {
  readonly link: Link
  readonly standing: LinkStanding
  /** The link that it depends on; null for the first of a chain. */
  readonly before: Link | null
  /** Whole days for which the agency has held it; null where that is not said, or where nothing is waited for any more. */
  readonly heldDays: number | null
  /** True for a wait that has gone on for too long. */
  readonly isLongWait: boolean
  /** Days by which a planned link is late; null for all others. */
  readonly lateDays: number | null
}

/** How many days a planned link is late; null where its day has not passed. */
function lateDaysOf({ content }: Link, today: IsoDate): number | null {
  return content.state === 'planned' && content.on !== null && content.on < today ? daysBetween(content.on, today) : null
}

function standingOf(link: Link, before: Link | null, today: IsoDate): LinkStanding {
  const { state } = link.content
  switch (state) {
    case 'done':
    case 'dropped':
    case 'broken':
      return state
    case 'planned':
      // Its day has passed and nobody said that it was done: that is what a broken chain looks like from here.
      if (lateDaysOf(link, today) !== null) return 'broken'
      return before !== null && before.content.state !== 'done' ? 'blocked' : state
    case 'waiting':
      return before !== null && before.content.state !== 'done' ? 'blocked' : state
    default:
      return assertNever(state)
  }
}

/** The chain of response of a case on a day: each link after the one that it depends on, else by day. */
export function chainOf(entries: readonly Entry[], today: IsoDate): readonly ChainStep[] {
  const links = entriesOf(entries, 'chainLink')
  const byId = new Map(links.map((link) => [link.id, link]))
  return inChainOrder(links).map((link): ChainStep => {
    const { dependsOn, heldSince } = link.content
    const before = dependsOn === null ? null : (byId.get(dependsOn) ?? null)
    const standing = standingOf(link, before, today)
    const isOpen = standing !== 'done' && standing !== 'dropped'
    const heldDays = isOpen && heldSince !== null && heldSince <= today ? daysBetween(heldSince, today) : null
    return {
      link,
      standing,
      before,
      heldDays,
      isLongWait: standing === 'waiting' && heldDays !== null && heldDays > longWaitDays,
      lateDays: lateDaysOf(link, today),
    }
  })
}

/** The links that should have happened and did not, in the order of the chain. */
export function brokenLinks(entries: readonly Entry[], today: IsoDate): readonly ChainStep[] {
  return chainOf(entries, today).filter(({ standing }) => standing === 'broken')
}
