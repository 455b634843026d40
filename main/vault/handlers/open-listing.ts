import { findListing, findMeeting, type ReadDb, referenceOfListing } from '#db'
import { mustLeave } from '#domain/conflict.ts'
import type { ListingId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { guardOf } from './guard.ts'
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

/** The refusal of a case that must not be open: restricted, or heard by somebody it concerns; null where it may be. */
export function sealOf(db: ReadDb, listingId: ListingId): Result<never> | null {
  const guard = guardOf(db, listingId)
  if (!guard?.isSealed) return null
  return refuse({
    code: 'caseSealed',
    reference: referenceOfListing(db, listingId),
    isRestricted: guard.isRestricted,
    mustLeave: mustLeave(guard.concerned).map(({ agencyId, agencyName, personName }) => ({ agencyId, agencyName, personName })),
  })
}

/** The listing, if its meeting is open, all have declared and nobody is in the room who must not hear it: the condition of all that is said of a case. */
export function onOpenCase(db: ReadDb, listingId: ListingId): Result<OpenListing> {
  const listing = inOpenMeeting(db, listingId)
  return listing.ok ? (sealOf(db, listingId) ?? listing) : listing
}
