import {
  actionsOfCase,
  actionsOfListing,
  agencyExists,
  agendaOf,
  deleteFact,
  deleteRisk,
  factsOf,
  findCase,
  findListingRecord,
  findMeeting,
  findReferral,
  entriesOfCase,
  keepOpening,
  keepPlanOverride,
  type ReadDb,
  insertFact,
  insertRisk,
  keepSeconds,
  listingOfFact,
  listingOfRisk,
  listingsOfCase,
  openActionsCarriedInto,
  referralsOfCase,
  risksOf,
  sectorOfAgency,
  setCurrentListing,
  setOutcome,
  settleReferrals,
  type WriteDb,
} from '#db'
import { mustLeave } from '#domain/conflict.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, ListingId, MeetingId } from '#domain/ids.ts'
import { entriesOf, withoutPrivileged } from '#domain/record/entry.ts'
import { chainBrief, voiceBrief } from '#domain/record/meeting-brief.ts'
import { criterionNames } from '#domain/referral.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { roundStart } from '#domain/safety/hearing-round.ts'
import { againstDeferral, checkPlan, type PlanFinding } from '#domain/safety/plan-check.ts'
import type { Handlers } from '../handler.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'
import { lacksAcceptance, repeatOfCase } from './cases.ts'
import { hasEverybodyDeclared } from './meetings.ts'
import { refuseHeld } from '../retention/refuse-held.ts'
import { guardOf } from './guard.ts'
import { inOpenMeeting, onOpenCase, sealOf } from './open-listing.ts'
import { takeUpAgain } from './take-up-again.ts'

/** Turns the meeting to the next case that is still to be heard, after the one given; null at the end. */
function turnToNext(db: WriteDb, meetingId: MeetingId, after: ListingId, today: IsoDate): ListingId | null {
  const agenda = agendaOf(db, meetingId, today)
  const at = agenda.findIndex((item) => item.listingId === after)
  const next = [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))].find((item) => item.outcome === 'waiting')?.listingId ?? null
  setCurrentListing(db, meetingId, next)
  return next
}

/** What stands against leaving a case at a meeting: its whole plan, and what is known of her wishes and needs. */
function planFindings(
  db: ReadDb,
  { caseId, meetingId }: { readonly caseId: CaseId; readonly meetingId: MeetingId },
): readonly PlanFinding[] {
  const meeting = findMeeting(db, meetingId)
  if (!meeting) throw new Error('a listing without its meeting')
  const before = { heldOn: meeting.heldOn, listings: listingsOfCase(db, caseId), referrals: referralsOfCase(db, caseId) }
  const actions = actionsOfCase(db, caseId).map((action) => ({ ...action, sector: sectorOfAgency(db, action.agencyId) }))
  return checkPlan(actions, entriesOfCase(db, caseId), { meetingId, since: roundStart(before) })
}

export const listingHandlers: Handlers<'listings'> = {
  get: (db, { listingId }, { today }) => {
    const record = findListingRecord(db, listingId, today)
    if (!record) return refuse({ code: 'notFound', what: 'listing' })
    // Before the meeting a case opens on its own page; within it only after the declaration (domain.md R10).
    const meeting = findMeeting(db, record.meetingId)
    if (meeting?.state === 'scheduled') return refuse({ code: 'meetingNotOpen' })
    if (meeting?.state === 'open' && !hasEverybodyDeclared(db, record.meetingId)) return refuse({ code: 'declarationMissing' })
    const seal = meeting?.state === 'open' ? sealOf(db, listingId) : null
    if (seal !== null) return seal
    const found = findCase(db, record.caseId)
    if (!found) throw new Error('a listing without its case')
    const entries = entriesOfCase(db, record.caseId)
    const referral = record.referralId === null ? referralsOfCase(db, record.caseId)[0] : findReferral(db, record.referralId)
    return accept({
      ...record,
      childrenCount: found.childrenCount,
      childNames: found.children.map(({ name }) => name),
      safeContact: found.safeContact,
      repeat: repeatOfCase(db, record.caseId),
      lacksAcceptance: lacksAcceptance(db, record.caseId),
      relationship: found.relationship,
      summary: referral?.summary ?? '',
      criteria: referral ? criterionNames.filter((name) => referral.criteria[name]) : [],
      judgementReason: referral?.criteria.judgementReason ?? '',
      facts: factsOf(db, listingId),
      risks: risksOf(db, listingId),
      actions: actionsOfListing(db, listingId),
      earlierActions: openActionsCarriedInto(db, record.caseId, listingId),
      voice: voiceBrief(entries),
      chain: chainBrief(entries, today),
      needs: entriesOf(withoutPrivileged(entries), 'need').map(({ content: { domain, state, actionIds } }) => ({
        domain,
        state,
        actionIds,
      })),
      findings: planFindings(db, record),
    })
  },
  unseal: (db, { listingId, haveLeft }, { now, actor }) => {
    const listing = inOpenMeeting(db, listingId)
    if (!listing.ok) return listing
    const concerned = mustLeave(guardOf(db, listingId)?.concerned ?? [])
    const staying = concerned.filter(({ agencyId }) => !haveLeft.includes(agencyId))
    if (staying.length > 0) return refuse({ code: 'stillInRoom', agencies: staying.map(({ agencyName }) => agencyName) })
    const left = concerned.map(({ agencyId, personName }) => ({ agencyId, personName }))
    keepOpening(db, listingId, left, now, actor)
    return accept(null)
  },
  turnTo: (db, { listingId }) => {
    const listing = inOpenMeeting(db, listingId)
    if (!listing.ok) return listing
    setCurrentListing(db, listing.value.meetingId, listingId)
    return accept(null)
  },
  keepTime: (db, { listingId, secondsSpent }) => {
    const listing = inOpenMeeting(db, listingId)
    if (!listing.ok) return listing
    keepSeconds(db, listingId, secondsSpent)
    return accept(null)
  },
  addFact: (db, draft) => {
    const listing = onOpenCase(db, draft.listingId)
    if (!listing.ok) return listing
    if (!agencyExists(db, draft.agencyId)) return refuse({ code: 'notFound', what: 'agency' })
    return accept(insertFact(db, draft))
  },
  removeFact: (db, { factId }) => {
    const listingId = listingOfFact(db, factId)
    if (listingId === undefined) return refuse({ code: 'notFound', what: 'listing' })
    const listing = onOpenCase(db, listingId)
    if (!listing.ok) return listing
    const held = refuseHeld(db, [listing.value.caseId])
    if (held) return held
    deleteFact(db, factId)
    return accept(null)
  },
  addRisk: (db, { listingId, text }) => {
    const listing = onOpenCase(db, listingId)
    return listing.ok ? accept(insertRisk(db, listingId, text)) : listing
  },
  removeRisk: (db, { riskId }) => {
    const listingId = listingOfRisk(db, riskId)
    if (listingId === undefined) return refuse({ code: 'notFound', what: 'listing' })
    const listing = onOpenCase(db, listingId)
    if (!listing.ok) return listing
    const held = refuseHeld(db, [listing.value.caseId])
    if (held) return held
    deleteRisk(db, riskId)
    return accept(null)
  },
  finish: (db, { listingId, reason }, { now, today, actor }) => {
    const listing = onOpenCase(db, listingId)
    if (!listing.ok) return listing
    const findings = planFindings(db, listing.value)
    if (findings.length > 0 && reason === '') return refuse({ code: 'planNotSafe', findings })
    keepPlanOverride(db, listingId, findings.length === 0 ? null : { at: now, actor, findings, reason })
    setOutcome(db, listingId, 'discussed')
    settleReferrals(db, listing.value.caseId, listingId, 'discussed')
    rejudgeRepeats(db, [listing.value.caseId])
    return accept({ nextListingId: turnToNext(db, listing.value.meetingId, listingId, today) })
  },
  defer: (db, { listingId, reason, leavesPlanSo }, { now, today, actor }) => {
    const listing = inOpenMeeting(db, listingId)
    if (!listing.ok) return listing
    // A sealed case is put off unseen: nothing is said of its plan.
    const findings = sealOf(db, listingId) === null ? againstDeferral(planFindings(db, listing.value), actionsOfListing(db, listingId)) : []
    if (findings.length > 0 && !leavesPlanSo) return refuse({ code: 'planNotSafe', findings })
    keepPlanOverride(db, listingId, findings.length === 0 ? null : { at: now, actor, findings, reason })
    setOutcome(db, listingId, 'deferred', reason)
    settleReferrals(db, listing.value.caseId, listingId, 'deferred', reason)
    rejudgeRepeats(db, [listing.value.caseId])
    return accept({ nextListingId: turnToNext(db, listing.value.meetingId, listingId, today) })
  },
  reopen: (db, { listingId }) => {
    const listing = inOpenMeeting(db, listingId)
    if (!listing.ok) return listing
    return takeUpAgain(db, listingId, listing.value)
  },
}
