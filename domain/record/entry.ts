import { z } from 'zod'
import { assertNever } from '../assert-never.ts'
import type { IsoDate, IsoInstant } from '../dates.ts'
import { CaseId, EntryId } from '../ids.ts'
import { Assessment } from './assessment.ts'
import { Awareness } from './awareness.ts'
import { ChainLink } from './chain-link.ts'
import { ContactPoint } from './contact-point.ts'
import { Incident } from './incident.ts'
import { Measure } from './measure.ts'
import { Need } from './need.ts'
import { Note } from './note.ts'
import { Provenance } from './provenance.ts'
import { Voice } from './voice.ts'
import { Vote } from './vote.ts'

/** What can stand in the record of a case. All of it is about people: none of it leaves by an export unless an export says that it may. */
export const EntryContent = z.discriminatedUnion('kind', [
  Voice,
  ContactPoint,
  ChainLink,
  Need,
  Measure,
  Incident,
  Awareness,
  Assessment,
  Vote,
  Note,
])
export type EntryContent = z.infer<typeof EntryContent>
export type EntryKind = EntryContent['kind']

/** What a form of the case screen hands over: a new entry, or a newer form of one. */
export const EntryDraft = z.strictObject({
  caseId: CaseId,
  /** Null for a new entry. */
  id: EntryId.nullable().default(null),
  /** The version the form was filled from; 0 for a new entry. A newer one in the store refuses the save. */
  version: z.int().min(0).default(0),
  content: EntryContent,
  provenance: Provenance,
})
export type EntryDraft = z.infer<typeof EntryDraft>

/** An entry as it stands in the record. */
export type Entry<Content extends EntryContent = EntryContent> = {
  readonly id: EntryId
  readonly caseId: CaseId
  readonly version: number
  readonly content: Content
  readonly provenance: Provenance
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
}

export type EntryOf<Kind extends EntryKind> = Entry<Extract<EntryContent, { kind: Kind }>>

/** The entries of one kind, in the order in which they came. */
export function entriesOf<Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): readonly EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => entry.content.kind === kind)
}

/** What was not said to an advocate in confidence: all that the meeting's room and a printed page may learn of (domain.md R3). */
export function withoutPrivileged(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ provenance }) => !provenance.isPrivileged)
}

/** The day by which an entry stands in the timeline and the calendar; null for what has none. */
export function dayOf(content: EntryContent): IsoDate | null {
  switch (content.kind) {
    case 'voice':
    case 'chainLink':
    case 'incident':
    case 'awareness':
    case 'vote':
    case 'note':
      return content.on
    case 'contactPoint':
      return content.lastOn
    case 'measure':
      return content.from
    case 'assessment':
      return content.completedOn
    case 'need':
      return null
    default:
      return assertNever(content)
  }
}
