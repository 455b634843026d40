import type { ActionRow } from '#domain/action.ts'
import { assertNever } from '#domain/assert-never.ts'
import type { CaseDetail, CaseListing } from '#domain/case.ts'
import type { CaseActionEvent, CaseHistory, Disclosure } from '#domain/case-history.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import { dayOf, type Entry, type EntryKind } from '#domain/record/entry.ts'
import type { Referral } from '#domain/referral.ts'

type Dated = { readonly key: string; readonly on: IsoDate }

/** One thing of the timeline of a case. */
export type TimelineItem = Dated &
  (
    | { readonly kind: 'entry'; readonly entry: Entry }
    | { readonly kind: 'referral'; readonly referral: Referral }
    | { readonly kind: 'meeting'; readonly listing: CaseListing }
    | { readonly kind: 'actionEvent'; readonly event: CaseActionEvent; readonly action: ActionRow | null }
    | { readonly kind: 'disclosure'; readonly disclosure: Disclosure }
  )

/** What the timeline can be narrowed to. */
export const timelineGroups = ['referrals', 'meetings', 'actions', 'risk', 'voice', 'chain', 'needs', 'notes', 'sent'] as const
export type TimelineGroup = (typeof timelineGroups)[number]

const groupOfEntry = {
  assessment: 'risk',
  incident: 'risk',
  voice: 'voice',
  contactPoint: 'voice',
  awareness: 'voice',
  chainLink: 'chain',
  measure: 'chain',
  need: 'needs',
  note: 'notes',
  vote: 'notes',
} as const satisfies Readonly<Record<EntryKind, TimelineGroup>>

export function groupOf(item: TimelineItem): TimelineGroup {
  switch (item.kind) {
    case 'entry':
      return groupOfEntry[item.entry.content.kind]
    case 'referral':
      return 'referrals'
    case 'meeting':
      return 'meetings'
    case 'actionEvent':
      return 'actions'
    case 'disclosure':
      return 'sent'
    default:
      return assertNever(item)
  }
}

/**
 * Everything of a case by its day, newest first; of one day what was written last comes first. `dayOfInstant` gives the day that a moment was on the
 * coordinator's wall.
 */
export function timelineItems(
  detail: Pick<CaseDetail, 'referrals' | 'listings' | 'actions'>,
  entries: readonly Entry[],
  history: CaseHistory,
  dayOfInstant: (instant: IsoInstant) => IsoDate,
): readonly TimelineItem[] {
  const actions = new Map(detail.actions.map((action) => [action.id, action]))
  const found: readonly TimelineItem[] = [
    ...detail.referrals.map((referral): TimelineItem => ({
      kind: 'referral',
      key: `referral-${referral.id}`,
      on: referral.receivedOn,
      referral,
    })),
    ...detail.listings.map((listing, index): TimelineItem => ({
      kind: 'meeting',
      key: `meeting-${index}`,
      on: listing.meetingOn,
      listing,
    })),
    ...history.disclosures.map((disclosure): TimelineItem => ({
      kind: 'disclosure',
      key: `list-${disclosure.listId}`,
      on: dayOfInstant(disclosure.madeAt),
      disclosure,
    })),
    ...history.events.map((event, index): TimelineItem => ({
      kind: 'actionEvent',
      key: `event-${index}`,
      on: dayOfInstant(event.at),
      event,
      action: actions.get(event.actionId) ?? null,
    })),
    ...entries.map((entry): TimelineItem => ({
      kind: 'entry',
      key: `entry-${entry.id}`,
      on: dayOf(entry.content) ?? dayOfInstant(entry.recordedAt),
      entry,
    })),
  ]
  // Stable, so that what came later in the record stands first among those of one day.
  return found.toReversed().toSorted((one, other) => other.on.localeCompare(one.on))
}
