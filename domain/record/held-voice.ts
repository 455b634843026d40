import type { IsoDate } from '../dates.ts'
import { entriesOf, type Entry, type EntryOf } from './entry.ts'
import type { Provenance } from './provenance.ts'
import type { Voice } from './voice.ts'

type Said = EntryOf<'voice'>

/** The parts of her voice that hold each by itself. `told`: whether she knows of the meeting, by whom and how. */
export const voiceParts = ['asked', 'wants', 'fears', 'told', 'feedback', 'codeWord', 'agreed'] as const
export type VoicePart = (typeof voiceParts)[number]

/** Her voice as it holds: each part is the newest that was said of it, and `from` is the entry in which it stands, null where nobody said anything. */
export type HeldVoice = {
  readonly newest: Said
  readonly content: Voice
  readonly from: Readonly<Record<VoicePart, Said | null>>
}

/** True where two things come from one source: said by the same agency, and both or neither in confidence. */
export function isOneSource(one: Provenance, other: Provenance): boolean {
  return one.saidBy === other.saidBy && one.isPrivileged === other.isPrivileged
}

const dayThen = ({ content, id }: Said) => `${content.on} ${String(id).padStart(12, '0')}`

/**
 * What holds of her voice; null where there is no entry of it. What one source says is no reason to drop, or to take for its own, what another said
 * (domain.md R3): a part that the newest entry leaves open is taken from an older one, with the provenance of that one. The words of a source are those
 * of its newest entry alone: what it took out is out. An answer stays until another is given.
 */
export function heldVoice(entries: readonly Entry[]): HeldVoice | null {
  const said = entriesOf(entries, 'voice').toSorted((one, other) => (dayThen(one) < dayThen(other) ? 1 : -1))
  const [newest] = said
  if (newest === undefined) return null
  const standing = said.filter((entry, at) => !said.slice(0, at).some(({ provenance }) => isOneSource(provenance, entry.provenance)))
  const words = (part: 'wants' | 'fears' | 'feedback' | 'codeWord') => standing.find(({ content }) => content[part] !== '') ?? null
  const answer = (part: 'wasAsked' | 'knowsOfMeeting' | 'agreed') => said.find(({ content }) => content[part] !== 'unknown') ?? null
  const from = {
    asked: answer('wasAsked'),
    wants: words('wants'),
    fears: words('fears'),
    told: answer('knowsOfMeeting') ?? standing.find(({ content }) => content.toldBy !== '' || content.toldHow !== '') ?? null,
    feedback: words('feedback'),
    codeWord: words('codeWord'),
    agreed: answer('agreed'),
  } satisfies Record<VoicePart, Said | null>
  const content: Voice = {
    kind: 'voice',
    on: newest.content.on,
    wasAsked: from.asked?.content.wasAsked ?? 'unknown',
    wants: from.wants?.content.wants ?? '',
    fears: from.fears?.content.fears ?? '',
    knowsOfMeeting: from.told?.content.knowsOfMeeting ?? 'unknown',
    toldBy: from.told?.content.toldBy ?? '',
    toldHow: from.told?.content.toldHow ?? '',
    feedback: from.feedback?.content.feedback ?? '',
    codeWord: from.codeWord?.content.codeWord ?? '',
    agreed: from.agreed?.content.agreed ?? 'unknown',
  }
  return { newest, content, from }
}

/** The day of the oldest of the given parts that somebody said anything of: all of them are at least as new; the newest entry's where nobody did. */
export function oldestDay({ from, newest }: HeldVoice, parts: readonly VoicePart[]): IsoDate {
  const days = parts.flatMap((part) => from[part]?.content.on ?? [])
  return days.toSorted((one, other) => one.localeCompare(other))[0] ?? newest.content.on
}
