import { agenciesHiddenFrom, attendanceOf, conflictAnswers, findListing, isRestricted, openingsOf, type ReadDb } from '#db'
import { type AgendaGuard, concernedSeats, isSealed } from '#domain/conflict.ts'
import type { CaseId, ListingId, MeetingId } from '#domain/ids.ts'

/** How places on the agenda of one meeting are guarded; the table and what was said at it are read once. */
export function guardsOf(
  db: ReadDb,
  meetingId: MeetingId,
  listings: readonly { readonly listingId: ListingId; readonly caseId: CaseId }[],
): readonly AgendaGuard[] {
  const seats = attendanceOf(db, meetingId)
  const answers = conflictAnswers(db, meetingId)
  return listings.map(({ listingId, caseId }) => {
    const restricted = isRestricted(db, caseId)
    const hiddenFrom = restricted ? agenciesHiddenFrom(db, caseId) : []
    const concerned = concernedSeats(
      seats.map(({ agencyId, agencyName, personName, presence }) => ({ agencyId, agencyName, personName, presence })),
      caseId,
      { hiddenFrom, answers },
    )
    return { listingId, isRestricted: restricted, concerned, isSealed: isSealed(restricted, concerned, openingsOf(db, listingId)) }
  })
}

/** How one place on an agenda is guarded; undefined where there is no such place. */
export function guardOf(db: ReadDb, listingId: ListingId): AgendaGuard | undefined {
  const listing = findListing(db, listingId)
  return listing && guardsOf(db, listing.meetingId, [{ listingId, caseId: listing.caseId }])[0]
}
