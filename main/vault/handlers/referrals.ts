import {
  agencyExists,
  casePairs,
  findCase,
  findReferral,
  refreshLatestReferral,
  reopenCase,
  setReferralState,
  takeUpReferral,
  waitingReferrals,
} from '#db'
import { daysAheadOfReferral } from '#domain/future-days.ts'
import { likenessOf } from '#domain/intake/duplicates.ts'
import { nameKey } from '#domain/person.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { referralLowersRisk } from '#domain/risk/judgement.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import type { Handlers } from '../handler.ts'
import { keepFurther } from '../intake/keep-further.ts'
import { storeReferral } from '../store-referral.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'
import { readSettings } from './settings.ts'

export const referralHandlers: Handlers<'referrals'> = {
  findCases: (db, typed) => {
    if (nameKey(typed.victimName) === '' || nameKey(typed.perpetratorName) === '') return accept([])
    const pair = { victim: { name: typed.victimName, dateOfBirth: null }, perpetrator: { name: typed.perpetratorName, dateOfBirth: null } }
    return accept(
      casePairs(db).flatMap((known) => {
        const likeness = likenessOf(pair, {
          victim: { name: known.victimName, dateOfBirth: null },
          perpetrator: { name: known.perpetratorName, dateOfBirth: null },
        })
        if (!likeness) return []
        const match = likeness.because.includes('sameNames') ? ('certain' as const) : ('possible' as const)
        return [
          { caseId: known.caseId, reference: known.reference, victimName: known.victimName, perpetratorName: known.perpetratorName, match },
        ]
      }),
    )
  },
  record: (db, { draft, caseId }, { now, today, actor }) => {
    const ahead = daysAheadOfReferral(draft, today)
    if (ahead.length > 0)
      return refuse({ code: 'invalidInput', fields: ahead.map(({ path, problem }) => ({ path: `draft.${path}`, problem })) })
    if (referralLowersRisk(draft))
      return refuse({ code: 'invalidInput', fields: [{ path: 'draft.criteria.visibleHighRisk', problem: 'lowersRisk' }] })
    if (!agencyExists(db, draft.sourceAgencyId)) return refuse({ code: 'notFound', what: 'agency' })
    if (nameKey(draft.victim.name) === nameKey(draft.perpetrator.name)) return refuse({ code: 'samePersonTwice' })
    const known = caseId === null ? null : findCase(db, caseId)
    if (known === undefined) return refuse({ code: 'notFound', what: 'case' })
    const [settings, recording] = [readSettings(db), { at: now, by: actor }]
    const stored = storeReferral(db, draft, known, null, repeatRuleOf(settings), recording)
    if (known) keepFurther(db, known.id, draft, settings?.locale ?? 'en-US', recording)
    return accept(stored)
  },
  waiting: (db) => accept(waitingReferrals(db)),
  turnDown: (db, { id, state, reason }) => {
    const referral = findReferral(db, id)
    if (!referral) return refuse({ code: 'notFound', what: 'referral' })
    if (referral.state === 'returned' || referral.state === 'screenedOut') return refuse({ code: 'changedMeanwhile', what: 'referral' })
    if (referral.state !== 'open' && referral.state !== 'deferred')
      return refuse({ code: 'inUse', what: 'referral', by: 'listing', count: 1 })
    setReferralState(db, id, state, reason)
    rejudgeRepeats(db, [referral.caseId])
    return accept(null)
  },
  takeUpAgain: (db, { id }) => {
    const referral = findReferral(db, id)
    if (!referral) return refuse({ code: 'notFound', what: 'referral' })
    if (referral.state !== 'returned' && referral.state !== 'screenedOut') return refuse({ code: 'changedMeanwhile', what: 'referral' })
    takeUpReferral(db, id)
    rejudgeRepeats(db, [referral.caseId])
    refreshLatestReferral(db, referral.caseId)
    // With a referral that waits it is a case again: a closed one would wait unseen.
    reopenCase(db, referral.caseId)
    return accept(null)
  },
}
