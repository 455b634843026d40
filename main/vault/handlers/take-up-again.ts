import { isWaitingToBeHeard, keepPlanOverride, setOutcome, settleReferrals, type WriteDb } from '#db'
import type { CaseId, ListingId } from '#domain/ids.ts'
import type { ListingOutcome } from '#domain/meeting.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'

/** Lets a case that was left at an open meeting wait to be left again, its plan checked anew; refused where it is on another agenda by now. */
export function takeUpAgain(
  db: WriteDb,
  listingId: ListingId,
  { caseId, outcome }: { readonly caseId: CaseId; readonly outcome: ListingOutcome },
): Result<null> {
  if (outcome !== 'waiting' && isWaitingToBeHeard(db, caseId)) return refuse({ code: 'changedMeanwhile', what: 'listing' })
  keepPlanOverride(db, listingId, null)
  setOutcome(db, listingId, 'waiting')
  settleReferrals(db, caseId, listingId, 'listed')
  rejudgeRepeats(db, [caseId])
  return accept(null)
}
