import { earlierReferralDates, fillGaps, insertCase, insertReferral, refreshLatestReferral, reopenCase, type WriteDb } from '#db'
import type { CaseId, ImportId, ReferralId } from '#domain/ids.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import { identifiedOn, judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'

type Recorded = { readonly referralId: ReferralId; readonly caseId: CaseId; readonly caseReference: string; readonly repeat: RepeatVerdict }

/** Stores one referral on a known case or a new one. The repeat criterion is what the 12-month rule says, or what the referrer says. */
export function storeReferral(
  db: WriteDb,
  draft: ReferralDraft,
  known: { readonly id: CaseId; readonly reference: string } | null,
  importId: ImportId | null,
): Recorded {
  const onCase = known ?? insertCase(db, draft, Number(draft.receivedOn.slice(0, 4)), importId)
  if (known) {
    fillGaps(db, known.id, draft)
    // Referred anew, it is a case again (domain.md 3.2): a closed one would wait for a meeting unseen.
    reopenCase(db, known.id)
  }
  const earlier = earlierReferralDates(db, onCase.id, null)
  const repeat = judgeRepeat(earlier, identifiedOn(earlier, draft))
  const referralId = insertReferral(db, onCase.id, draft, draft.criteria.repeat || repeat.kind === 'repeat', importId)
  refreshLatestReferral(db, onCase.id)
  return { referralId, caseId: onCase.id, caseReference: onCase.reference, repeat }
}
