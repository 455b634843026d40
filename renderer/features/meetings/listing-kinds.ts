import type { ListingOutcome, ListingType } from '#domain/meeting.ts'
import type { MessageKey } from '../../i18n/message-key.ts'
import type { StatusKind } from '../../ui/status-badge.tsx'

/** The shape of each way onto an agenda, and of each end there. */
export const listingTypeKinds: Readonly<Record<ListingType, StatusKind>> = {
  new: 'new',
  repeat: 'overdue',
  deferredBefore: 'soon',
  carriedOver: 'plain',
}
export const listingOutcomeKinds: Readonly<Record<ListingOutcome, StatusKind>> = { waiting: 'plain', discussed: 'done', deferred: 'soon' }

/**
 * How a case came onto an agenda, by its message. A case is also heard again without actions of earlier meetings, for an early review, say; null where
 * their number cannot be told from those of this meeting.
 */
export function listingWord(type: ListingType, earlierActions: number | null): MessageKey {
  return type === 'carriedOver' && earlierActions === 0 ? 'listing.heardAgain' : `listingType.${type}`
}
