import { z } from 'zod'
import { CaseState } from '../case.ts'
import { IsoDate } from '../dates.ts'
import { AgencyId, type CaseId, type MeetingId } from '../ids.ts'
import type { EntryKind } from '../record/entry.ts'
import { words } from '../text.ts'
import type { QueryNote } from './query.ts'
import type { SnippetPart } from './snippet.ts'

/** What can be found, each the things of one sort. */
export const searchKinds = ['person', 'case', 'referral', 'entry', 'action', 'meeting', 'agency'] as const
export const SearchKind = z.enum(searchKinds)
export type SearchKind = z.infer<typeof SearchKind>

/** So many hits can be paged through; who needs more adds a word. */
export const MOST_SHOWN = 500

export const SearchAsk = z.strictObject({
  /** As it was typed, operators and all. */
  text: words(400).default(''),
  kinds: z.array(SearchKind).max(searchKinds.length).default([]),
  agencyId: AgencyId.nullable().default(null),
  from: IsoDate.nullable().default(null),
  to: IsoDate.nullable().default(null),
  state: CaseState.nullable().default(null),
  /** As it was typed and nothing like it. */
  isExact: z.boolean().default(false),
  offset: z.int().min(0).max(MOST_SHOWN).default(0),
  limit: z.int().min(1).max(MOST_SHOWN).default(50),
})
export type SearchAsk = z.infer<typeof SearchAsk>

/** What exactly a hit is: it decides where it opens. `tie` is what a case notes of somebody who is in it, `event` a step in the life of an action. */
export type HitSource =
  | 'person'
  | 'tie'
  | 'case'
  | 'referral'
  | 'entry'
  | 'action'
  | 'event'
  | 'fact'
  | 'risk'
  | 'listing'
  | 'meeting'
  | 'agency'
  | 'teamPerson'

/** One thing that was found. */
export type SearchHit = {
  readonly kind: SearchKind
  readonly source: HitSource
  /** Of the thing itself: a person for a tie, an action for an event, an agency for who works there. */
  readonly id: number
  readonly caseId: CaseId | null
  /** The case's; empty where there is none. */
  readonly reference: string
  /** A restricted case's names and words are not told before somebody has opened it. */
  readonly isRestricted: boolean
  readonly victimName: string
  readonly perpetratorName: string
  readonly meetingId: MeetingId | null
  readonly entryKind: EntryKind | null
  /** A person's or an agency's name, an action's reference; empty where the kind says enough. */
  readonly title: string
  readonly on: IsoDate | null
  readonly snippet: readonly SnippetPart[]
}

/** Hits of a kind. `isMore`: there are more, which were not counted. */
export type KindCount = { readonly kind: SearchKind; readonly count: number; readonly isMore: boolean }

/** A word that stands nowhere, and what was looked for instead. */
export type Correction = { readonly typed: string; readonly used: readonly string[]; readonly how: 'beginning' | 'spelling' }

export type SearchFound = {
  readonly rows: readonly SearchHit[]
  /** Hits of the kinds that were asked for. */
  readonly total: number
  readonly isMore: boolean
  /** Hits of every kind, whichever were asked for. */
  readonly counts: readonly KindCount[]
  readonly corrections: readonly Correction[]
  /** Words like those typed that find more: offered, not used. */
  readonly offers: readonly { readonly typed: string; readonly word: string }[]
  /** How the query was read, where that is not plain. */
  readonly notes: readonly QueryNote[]
  /** The typed filters that hold, besides those of the form. */
  readonly typedFilters: boolean
}
