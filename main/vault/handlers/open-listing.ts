import { findListing, findMeeting, type ReadDb } from '#db'
import type { ListingId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { hasEverybodyDeclared } from './meetings.ts'

type OpenListing = NonNullable<ReturnType<typeof findListing>>

/** The listing, if its meeting is open and everybody present has declared: the condition of all work on a case in a meeting (domain.md R10). */
export function inOpenMeeting(db: ReadDb, listingId: ListingId): Result<OpenListing> {
  const listing = findListing(db, listingId)
  if (!listing) return refuse({ code: 'notFound', what: 'listing' })
  switch (findMeeting(db, listing.meetingId)?.state) {
    case 'closed':
      return refuse({ code: 'meetingClosed' })
    case 'open':
      return hasEverybodyDeclared(db, listing.meetingId) ? accept(listing) : refuse({ code: 'declarationMissing' })
    default:
      return refuse({ code: 'meetingNotOpen' })
  }
}
