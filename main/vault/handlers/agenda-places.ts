import {
  currentListingOf,
  deleteListing,
  factsOf,
  findCase,
  findListing,
  findMeeting,
  findReferral,
  insertListing,
  isListed,
  isWaitingToBeHeard,
  leadingReferral,
  listReferrals,
  releaseReferrals,
  risksOf,
  setCurrentListing,
  type WriteDb,
} from '#db'
import type { CaseId, ListingId, MeetingId, ReferralId } from '#domain/ids.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'

/** Puts a case on the agenda of a meeting that is not over, with a referral of it that waits, or else with its oldest one; answers its place. */
export function putOnAgenda(db: WriteDb, meetingId: MeetingId, caseId: CaseId, referralId: ReferralId | null): Result<ListingId> {
  const meeting = findMeeting(db, meetingId)
  if (!meeting) return refuse({ code: 'notFound', what: 'meeting' })
  if (meeting.state === 'closed') return refuse({ code: 'meetingClosed' })
  const found = findCase(db, caseId)
  if (!found) return refuse({ code: 'notFound', what: 'case' })
  if (isListed(db, meetingId, caseId) || isWaitingToBeHeard(db, caseId))
    return refuse({ code: 'alreadyThere', what: 'case', name: found.reference })
  const referral = referralId === null ? (leadingReferral(db, caseId) ?? null) : findReferral(db, referralId)
  if (referral === undefined || (referral && referral.caseId !== caseId)) return refuse({ code: 'notFound', what: 'referral' })
  if (referral && referral.state !== 'open' && referral.state !== 'deferred') return refuse({ code: 'changedMeanwhile', what: 'referral' })
  const type =
    referral === null ? 'carriedOver' : referral.state === 'deferred' ? 'deferredBefore' : referral.criteria.repeat ? 'repeat' : 'new'
  const listingId = insertListing(db, meetingId, caseId, referral?.id ?? null, type)
  listReferrals(db, caseId, listingId)
  return accept(listingId)
}

/** Takes a case off an agenda before anything was said or promised of it there; its referrals wait again. */
export function takeOffAgenda(db: WriteDb, listingId: ListingId): Result<null> {
  const listing = findListing(db, listingId)
  if (!listing) return refuse({ code: 'notFound', what: 'listing' })
  const meeting = findMeeting(db, listing.meetingId)
  if (meeting?.state === 'closed') return refuse({ code: 'meetingClosed' })
  if (listing.outcome !== 'waiting') return refuse({ code: 'inUse', what: 'listing', by: 'meeting', count: 1 })
  if (factsOf(db, listingId).length + risksOf(db, listingId).length > 0)
    return refuse({ code: 'inUse', what: 'listing', by: 'meeting', count: 1 })
  const actions = db.get<{ n: number }>('SELECT count(*) AS n FROM actions WHERE listing_id = :listingId', { listingId })?.n ?? 0
  if (actions > 0) return refuse({ code: 'inUse', what: 'listing', by: 'action', count: actions })
  if (currentListingOf(db, listing.meetingId) === listingId) setCurrentListing(db, listing.meetingId, null)
  releaseReferrals(db, listing.caseId, listingId)
  deleteListing(db, listingId)
  return accept(null)
}
