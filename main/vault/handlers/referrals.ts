import {
  agencyExists,
  casePairs,
  earlierReferralDates,
  fillGaps,
  findCase,
  findReferral,
  insertCase,
  insertReferral,
  refreshLatestReferral,
  setReferralState,
  waitingReferrals,
  type WriteDb,
} from '#db'
import type { CaseId, ImportId, ReferralId } from '#domain/ids.ts'
import { comparePairs } from '#domain/same-pair.ts'
import { nameKey } from '#domain/person.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'
import type { Handlers } from '../handler.ts'

type Recorded = { readonly referralId: ReferralId; readonly caseId: CaseId; readonly caseReference: string; readonly repeat: RepeatVerdict }

/** Stores one referral on a known case or a new one. The repeat criterion is what the 12-month rule says, or what the referrer says. */
export function storeReferral(db: WriteDb, draft: ReferralDraft, known: { readonly id: CaseId; readonly reference: string } | null, importId: ImportId | null): Recorded {
  const onCase = known ?? insertCase(db, draft, Number(draft.receivedOn.slice(0, 4)), importId)
  if (known) fillGaps(db, known.id, draft)
  const repeat = judgeRepeat(earlierReferralDates(db, onCase.id, null), draft.incidentOn ?? draft.receivedOn)
  const referralId = insertReferral(db, onCase.id, draft, draft.criteria.repeat || repeat.kind === 'repeat', importId)
  refreshLatestReferral(db, onCase.id)
  return { referralId, caseId: onCase.id, caseReference: onCase.reference, repeat }
}

export const referralHandlers: Handlers<'referrals'> = {
  findCases: (db, typed) => {
    if (nameKey(typed.victimName) === '' || nameKey(typed.perpetratorName) === '') return accept([])
    const pair = { ...typed, victimDateOfBirth: null, perpetratorDateOfBirth: null }
    return accept(
      casePairs(db).flatMap((known) => {
        const match = comparePairs(pair, known)
        return match === 'different' ? [] : [{ caseId: known.caseId, reference: known.reference, victimName: known.victimName, perpetratorName: known.perpetratorName, match }]
      }),
    )
  },
  record: (db, { draft, caseId }, { today }) => {
    if (draft.receivedOn > today) return refuse({ code: 'invalidInput', fields: [{ path: 'draft.receivedOn', problem: 'futureDate' }] })
    if (!agencyExists(db, draft.sourceAgencyId)) return refuse({ code: 'notFound', what: 'agency' })
    if (nameKey(draft.victim.name) === nameKey(draft.perpetrator.name)) return refuse({ code: 'samePersonTwice' })
    const known = caseId === null ? null : findCase(db, caseId)
    if (known === undefined) return refuse({ code: 'notFound', what: 'case' })
    return accept(storeReferral(db, draft, known, null))
  },
  waiting: (db) => accept(waitingReferrals(db)),
  turnDown: (db, { id, state, reason }) => {
    const referral = findReferral(db, id)
    if (!referral) return refuse({ code: 'notFound', what: 'referral' })
    if (referral.state !== 'open' && referral.state !== 'deferred') return refuse({ code: 'inUse', what: 'referral', by: 'listing', count: 1 })
    setReferralState(db, id, state, reason)
    return accept(null)
  },
}
