import {
  brokenLinkCount,
  casesWithoutSafetyAction,
  listsToReturn,
  nextMeeting,
  overdueByAgency,
  raisedCases,
  storeTotals,
  waitingReferralCount,
} from '#db'
import { accept } from '#domain/refusal.ts'
import { backupStanding } from '../backups/standing.ts'
import type { Handlers } from '../handler.ts'

export const homeHandlers: Handlers<'home'> = {
  thisMonth: (db, _, { today }) =>
    accept({
      today,
      nextMeeting: nextMeeting(db),
      referralsWaiting: waitingReferralCount(db, today),
      overdueByAgency: overdueByAgency(db, today),
      casesWithoutSafetyAction: casesWithoutSafetyAction(db),
      earlyReview: raisedCases(db, today),
      brokenLinks: brokenLinkCount(db, today),
      listsToReturn: listsToReturn(db),
      backup: backupStanding(db, today),
      totals: storeTotals(db, today),
    }),
}
