import { type ActionStatus, isEnded } from '../action.ts'
import { daysBetween, type IsoDate } from '../dates.ts'
import type { EntryId } from '../ids.ts'
import type { LinkKind } from './chain-link.ts'
import { type Link, linksBefore } from './chain-order.ts'
import { entriesOf, type Entry } from './entry.ts'

/** What should follow and is not in the chain at all (domain.md 12, benefit a). */
export type GapKind = 'orderNotServed' | 'orderNotEntered' | 'violationUnanswered' | 'arrestWithoutCharge' | 'releaseWithoutSafetyAction'

/** A link that is missing after `after`; `days` since then, null where that link has no day or its day is still to come. */
export type ChainGap = { readonly kind: GapKind; readonly after: Link; readonly days: number | null }

/** After a link of the first kind, one of the others is expected.. */
const expectations = [
  { gap: 'orderNotServed', after: 'orderIssued', answers: ['orderServed'] },
  { gap: 'orderNotEntered', after: 'orderIssued', answers: ['orderEntered'] },
  { gap: 'violationUnanswered', after: 'orderViolated', answers: ['emergencyCall', 'arrest'] },
  { gap: 'arrestWithoutCharge', after: 'arrest', answers: ['charge'] },
] as const satisfies readonly { gap: GapKind; after: LinkKind; answers: readonly LinkKind[] }[]

/** The kind of link that fills a gap; null where it is filled by an action of the plan. */
export function linkFilling(gap: GapKind): LinkKind | null {
  return expectations.find((expectation) => expectation.gap === gap)?.answers.at(-1) ?? null
}

/** Which of `asking` an answer belongs to: the one it depends on, however far back; else the latest that did not come after it. */
function answered(answer: Link, asking: readonly Link[], byId: ReadonlyMap<EntryId, Link>): Link | undefined {
  const linked = linksBefore(answer, byId).find((before) => asking.includes(before))
  if (linked) return linked
  const { on } = answer.content
  return asking
    .filter(({ content }) => on === null || content.on === null || content.on <= on)
    .toSorted((one, other) => ((one.content.on ?? '') < (other.content.on ?? '') ? -1 : 1))
    .at(-1)
}

type PlannedAction = { readonly status: ActionStatus; readonly isSafetyAction: boolean }

/**
 * What the chain of a case lacks on a day: an order that was issued and has neither been served nor is to be, one that no register holds, a violation that
 * nobody was called to, an arrest without a decision on the charge, a release for which no action makes her safe. A link that is planned, waited for or
 * broken is no gap: it stands in the chain itself. One that was dropped leaves the gap.
 */
export function chainGaps(entries: readonly Entry[], actions: readonly PlannedAction[], today: IsoDate): readonly ChainGap[] {
  const links = entriesOf(entries, 'chainLink').filter(({ content }) => content.state !== 'dropped')
  const byId = new Map(links.map((link) => [link.id, link]))
  const gapAfter = (kind: GapKind, after: Link): ChainGap => {
    const { on } = after.content
    return { kind, after, days: on === null || on > today ? null : daysBetween(on, today) }
  }
  const missing = expectations.flatMap(({ gap, after, answers }) => {
    const asking = links.filter(({ content }) => content.link === after && content.state === 'done')
    const settled = links
      .filter(({ content }) => answers.some((kind) => kind === content.link))
      .map((answer) => answered(answer, asking, byId))
    return asking.filter((link) => !settled.includes(link)).map((link) => gapAfter(gap, link))
  })
  const isSafe = actions.some(({ status, isSafetyAction }) => isSafetyAction && (!isEnded(status) || status === 'complete'))
  const releases = isSafe ? [] : links.filter(({ content }) => content.link === 'release')
  return [...missing, ...releases.map((link) => gapAfter('releaseWithoutSafetyAction', link))]
}
