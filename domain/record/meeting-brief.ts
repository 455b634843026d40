import type { IsoDate } from '../dates.ts'
import type { AgencyId, EntryId } from '../ids.ts'
import type { LinkKind } from './chain-link.ts'
import { type ChainStep, chainOf, type LinkStanding } from './chain-state.ts'
import { type Entry, withoutPrivileged } from './entry.ts'
import { heldVoice, oldestDay, type VoicePart } from './held-voice.ts'
import { nextRiskDate, type RiskDate } from './risk-dates.ts'
import type { Voice } from './voice.ts'

/** Of her voice, what the table needs to hear. Neither her code word nor what she said afterwards. */
export type VoiceBrief = Pick<Voice, 'on' | 'wasAsked' | 'wants' | 'fears' | 'knowsOfMeeting' | 'toldBy' | 'toldHow' | 'agreed'> & {
  /**
   * It was said to an advocate in confidence: what she wants and fears and who told her how is then empty, since the whole table sees this. Whether she
   * was asked and told stays: the plan is checked by it.
   */
  readonly isInConfidence: boolean
}

/** One link of the chain as a line. */
export type LinkBrief = Pick<ChainStep, 'standing' | 'heldDays' | 'lateDays' | 'isLongWait'> & {
  readonly id: EntryId
  readonly link: LinkKind
  readonly on: IsoDate | null
  readonly heldBy: AgencyId | null
}

/** The chain of response in few lines: what is broken or waited for, and the next day on which her risk rises. */
export type ChainBrief = { readonly links: readonly LinkBrief[]; readonly more: number; readonly next: RiskDate | null }

/** The lines that the chain may take in the meeting (screens.md, "Meeting"). */
const mostLines = 3
const standsOut = ['broken', 'waiting', 'blocked'] as const satisfies readonly LinkStanding[]

/** What the meeting is told of her voice, each part as it was said last; null where nobody has asked yet. */
export function voiceBrief(entries: readonly Entry[]): VoiceBrief | null {
  const held = heldVoice(entries)
  if (held === null) return null
  const { wasAsked, wants, fears, knowsOfMeeting, toldBy, toldHow, agreed } = held.content
  const isClosed = (part: VoicePart) => held.from[part]?.provenance.isPrivileged === true
  return {
    on: oldestDay(held, ['asked', 'wants', 'fears', 'told']),
    wasAsked,
    wants: isClosed('wants') ? '' : wants,
    fears: isClosed('fears') ? '' : fears,
    knowsOfMeeting,
    toldBy: isClosed('told') ? '' : toldBy,
    toldHow: isClosed('told') ? '' : toldHow,
    agreed: isClosed('agreed') ? 'unknown' : agreed,
    isInConfidence: isClosed('wants') || isClosed('fears') || held.newest.provenance.isPrivileged,
  }
}

/**
 * The chain of a case in at most three lines, the next risk date being one of them: broken links first, then those waited for, the longest wait first.
 * Where nothing stands out, the link that was done last. What an advocate was told in confidence is left out.
 */
export function chainBrief(entries: readonly Entry[], today: IsoDate): ChainBrief {
  const open = withoutPrivileged(entries)
  const next = nextRiskDate(open, today)
  const steps = chainOf(open, today).filter(({ link }) => link.id !== next?.entryId)
  const grave = standsOut.flatMap((standing) =>
    steps.filter((step) => step.standing === standing).toSorted((one, other) => (other.heldDays ?? -1) - (one.heldDays ?? -1)),
  )
  const last = steps.filter(({ standing }) => standing === 'done').slice(-1)
  const room = mostLines - (next === null ? 0 : 1)
  return { links: (grave.length > 0 ? grave : last).slice(0, room).map(linkBrief), more: Math.max(0, grave.length - room), next }
}

function linkBrief({ link: { id, content }, standing, heldDays, lateDays, isLongWait }: ChainStep): LinkBrief {
  return { id, link: content.link, on: content.on, heldBy: content.heldBy, standing, heldDays, lateDays, isLongWait }
}
