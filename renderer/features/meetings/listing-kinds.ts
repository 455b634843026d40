import type { ListingOutcome, ListingType } from '#domain/meeting.ts'
import type { StatusKind } from '../../ui/status-badge.tsx'

/** The shape of each way onto an agenda, and of each end there. */
export const listingTypeKinds: Readonly<Record<ListingType, StatusKind>> = {
  new: 'new',
  repeat: 'overdue',
  deferredBefore: 'soon',
  carriedOver: 'plain',
}
export const listingOutcomeKinds: Readonly<Record<ListingOutcome, StatusKind>> = { waiting: 'plain', discussed: 'done', deferred: 'soon' }
