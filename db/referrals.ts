import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, ImportId, ListingId, ReferralId } from '#domain/ids.ts'
import type { Referral, ReferralDraft, ReferralState } from '#domain/referral.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { referralColumns, referralJoins, referralOf, type StoredReferral } from './referral-rows.ts'

export function findReferral(db: ReadDb, id: ReferralId): Referral | undefined {
  const row = db.get<StoredReferral>(`SELECT ${referralColumns} FROM referrals r ${referralJoins} WHERE r.id = :id`, { id })
  return row && referralOf(row)
}

/** The referrals of a case, newest first. */
export function referralsOfCase(db: ReadDb, caseId: CaseId): readonly Referral[] {
  return db
    .all<StoredReferral>(
      `SELECT ${referralColumns} FROM referrals r ${referralJoins} WHERE r.case_id = :caseId ORDER BY r.received_on DESC, r.id DESC`,
      { caseId },
    )
    .map(referralOf)
}

/** Open and deferred referrals, oldest first: what the next agenda is made of. */
export function waitingReferrals(db: ReadDb): readonly Referral[] {
  return db
    .all<StoredReferral>(
      `SELECT ${referralColumns} FROM referrals r ${referralJoins} WHERE r.state IN ('open', 'deferred') ORDER BY r.received_on, r.id`,
    )
    .map(referralOf)
}

/** Stores a referral as it is told; whether it is a repeat by the rule as well is judged with its pair (`rejudgePair`). */
export function insertReferral(db: WriteDb, caseId: CaseId, draft: ReferralDraft, importId: ImportId | null): ReferralId {
  const { id } = db.run(
    `INSERT INTO referrals (case_id, source_agency_id, source_contact, received_on, incident_on, incident_kind, visible_high_risk, professional_judgement,
       judgement_reason, escalation, repeat, repeat_said, risk_tool, risk_score, risk_assessed_on, summary, team_reference, state, import_id)
     VALUES (:caseId, :sourceAgencyId, :sourceContact, :receivedOn, :incidentOn, :incidentKind, :visibleHighRisk, :professionalJudgement,
       :judgementReason, :escalation, :repeat, :repeat, :tool, :score, :assessedOn, :summary, :teamReference, 'open', :importId)`,
    {
      caseId,
      sourceAgencyId: draft.sourceAgencyId,
      sourceContact: draft.sourceContact,
      receivedOn: draft.receivedOn,
      incidentOn: draft.incidentOn,
      incidentKind: draft.incidentKind,
      visibleHighRisk: Number(draft.criteria.visibleHighRisk),
      professionalJudgement: Number(draft.criteria.professionalJudgement),
      judgementReason: draft.criteria.judgementReason,
      escalation: Number(draft.criteria.escalation),
      repeat: Number(draft.criteria.repeat),
      tool: draft.risk?.tool ?? null,
      score: draft.risk?.score ?? null,
      assessedOn: draft.risk?.assessedOn ?? null,
      summary: draft.summary,
      teamReference: draft.teamReference,
      importId,
    },
  )
  return id as ReferralId
}

/** Ties all waiting referrals of a case to its place on an agenda: a hearing is of the case, so they are heard together. */
export function listReferrals(db: WriteDb, caseId: CaseId, listingId: ListingId): void {
  db.run(
    `UPDATE referrals SET state = 'listed', state_reason = '', listing_id = :listingId WHERE case_id = :caseId AND state IN ('open', 'deferred')`,
    {
      caseId,
      listingId,
    },
  )
}

/**
 * Gives the outcome of a hearing to the referrals tied to it, and to those that came in since the agenda was made. What was turned down meanwhile
 * stays so.
 */
export function settleReferrals(
  db: WriteDb,
  caseId: CaseId,
  listingId: ListingId,
  state: 'listed' | 'discussed' | 'deferred',
  reason = '',
): void {
  db.run(
    `UPDATE referrals SET state = :state, state_reason = :reason, listing_id = :listingId
     WHERE case_id = :caseId AND state NOT IN ('returned', 'screenedOut') AND (listing_id = :listingId OR state IN ('open', 'deferred'))`,
    { caseId, listingId, state, reason },
  )
}

/** Lets the referrals of a place on an agenda wait again: as deferred, with that reason, where the hearing before put them off. */
export function releaseReferrals(db: WriteDb, caseId: CaseId, listingId: ListingId): void {
  const before = db.get<{ id: ListingId; outcome: string; reason: string; heldOn: IsoDate }>(
    `SELECT l.id, l.outcome, l.defer_reason AS reason, m.held_on AS heldOn FROM listings l JOIN meetings m ON m.id = l.meeting_id
     WHERE l.case_id = :caseId AND l.id <> :listingId ORDER BY l.id DESC LIMIT 1`,
    { caseId, listingId },
  )
  const putOff = before?.outcome === 'deferred' ? before : null
  db.run(
    `UPDATE referrals SET state = CASE WHEN received_on <= :heldOn THEN 'deferred' ELSE 'open' END,
       state_reason = CASE WHEN received_on <= :heldOn THEN :reason ELSE '' END,
       listing_id = CASE WHEN received_on <= :heldOn THEN :before END
     WHERE listing_id = :listingId AND state NOT IN ('returned', 'screenedOut')`,
    { listingId, heldOn: putOff?.heldOn ?? '', reason: putOff?.reason ?? '', before: putOff?.id ?? null },
  )
  db.run('UPDATE referrals SET listing_id = NULL WHERE listing_id = :listingId', { listingId })
}

/** The oldest referral of a case that waits for a meeting, which leads its place on the agenda. */
export function leadingReferral(db: ReadDb, caseId: CaseId): Referral | undefined {
  const row = db.get<StoredReferral>(
    `SELECT ${referralColumns} FROM referrals r ${referralJoins} WHERE r.case_id = :caseId AND r.state IN ('open', 'deferred') ORDER BY r.received_on, r.id LIMIT 1`,
    { caseId },
  )
  return row && referralOf(row)
}

export function setReferralState(db: WriteDb, id: ReferralId, state: ReferralState, reason = ''): void {
  db.run('UPDATE referrals SET state = :state, state_reason = :reason WHERE id = :id', { id, state, reason })
}

/** Lets a referral that was turned down wait again: as deferred where a hearing had put it off, else as open. */
export function takeUpReferral(db: WriteDb, id: ReferralId): void {
  const putOff = db.get<{ reason: string }>(
    `SELECT l.defer_reason AS reason FROM referrals r JOIN listings l ON l.id = r.listing_id WHERE r.id = :id AND l.outcome = 'deferred'`,
    { id },
  )
  setReferralState(db, id, putOff ? 'deferred' : 'open', putOff?.reason ?? '')
}
