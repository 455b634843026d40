import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, ImportId, ReferralId } from '#domain/ids.ts'
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
    .all<StoredReferral>(`SELECT ${referralColumns} FROM referrals r ${referralJoins} WHERE r.case_id = :caseId ORDER BY r.received_on DESC, r.id DESC`, { caseId })
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

/** The dates on which a case was referred, but for one referral. */
export function earlierReferralDates(db: ReadDb, caseId: CaseId, but: ReferralId | null): readonly IsoDate[] {
  return db
    .all<{ on: IsoDate }>(`SELECT received_on AS "on" FROM referrals WHERE case_id = :caseId AND id IS NOT :but AND state <> 'returned'`, { caseId, but })
    .map(({ on }) => on)
}

export function insertReferral(db: WriteDb, caseId: CaseId, draft: ReferralDraft, isRepeat: boolean, importId: ImportId | null): ReferralId {
  const { id } = db.run(
    `INSERT INTO referrals (case_id, source_agency_id, source_contact, received_on, incident_on, visible_high_risk, professional_judgement,
       judgement_reason, escalation, repeat, risk_tool, risk_score, risk_assessed_on, summary, team_reference, state, import_id)
     VALUES (:caseId, :sourceAgencyId, :sourceContact, :receivedOn, :incidentOn, :visibleHighRisk, :professionalJudgement,
       :judgementReason, :escalation, :repeat, :tool, :score, :assessedOn, :summary, :teamReference, 'open', :importId)`,
    {
      caseId,
      sourceAgencyId: draft.sourceAgencyId,
      sourceContact: draft.sourceContact,
      receivedOn: draft.receivedOn,
      incidentOn: draft.incidentOn,
      visibleHighRisk: Number(draft.criteria.visibleHighRisk),
      professionalJudgement: Number(draft.criteria.professionalJudgement),
      judgementReason: draft.criteria.judgementReason,
      escalation: Number(draft.criteria.escalation),
      repeat: Number(isRepeat),
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

export function setReferralState(db: WriteDb, id: ReferralId, state: ReferralState, reason = ''): void {
  db.run('UPDATE referrals SET state = :state, state_reason = :reason WHERE id = :id', { id, state, reason })
}
