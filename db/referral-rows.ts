import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, ImportId, ReferralId } from '#domain/ids.ts'
import type { IncidentKind } from '#domain/record/incident.ts'
import type { Referral, ReferralState } from '#domain/referral.ts'
import type { RiskScore, RiskTool } from '#domain/risk-tool.ts'

export const referralColumns = `r.id, r.case_id, c.reference AS case_reference, r.source_agency_id, g.name AS source_agency_name, r.source_contact,
  r.received_on, r.incident_on, r.incident_kind, c.relationship, r.visible_high_risk, r.professional_judgement, r.judgement_reason, r.escalation, r.repeat,
  r.risk_tool, r.risk_score, r.risk_assessed_on, r.summary, r.team_reference, r.state, r.state_reason, r.import_id`

export const referralJoins = `JOIN cases c ON c.id = r.case_id JOIN agencies g ON g.id = r.source_agency_id`

export type StoredReferral = {
  readonly id: ReferralId
  readonly case_id: CaseId
  readonly case_reference: string
  readonly source_agency_id: AgencyId
  readonly source_agency_name: string
  readonly source_contact: string
  readonly received_on: IsoDate
  readonly incident_on: IsoDate | null
  readonly incident_kind: IncidentKind | null
  readonly relationship: string
  readonly visible_high_risk: number
  readonly professional_judgement: number
  readonly judgement_reason: string
  readonly escalation: number
  readonly repeat: number
  readonly risk_tool: RiskTool | null
  readonly risk_score: number | null
  readonly risk_assessed_on: IsoDate | null
  readonly summary: string
  readonly team_reference: string
  readonly state: ReferralState
  readonly state_reason: string
  readonly import_id: ImportId | null
}

/** The score as stored in two or three columns, or null where none was taken. */
export function riskOf(tool: RiskTool | null, score: number | null, assessedOn: IsoDate | null): RiskScore | null {
  return tool === null || score === null ? null : { tool, score, assessedOn }
}

export function referralOf(row: StoredReferral): Referral {
  return {
    id: row.id,
    caseId: row.case_id,
    caseReference: row.case_reference,
    sourceAgencyId: row.source_agency_id,
    sourceAgencyName: row.source_agency_name,
    sourceContact: row.source_contact,
    receivedOn: row.received_on,
    incidentOn: row.incident_on,
    incidentKind: row.incident_kind,
    relationship: row.relationship,
    criteria: {
      visibleHighRisk: row.visible_high_risk === 1,
      professionalJudgement: row.professional_judgement === 1,
      judgementReason: row.judgement_reason,
      escalation: row.escalation === 1,
      repeat: row.repeat === 1,
    },
    risk: riskOf(row.risk_tool, row.risk_score, row.risk_assessed_on),
    summary: row.summary,
    teamReference: row.team_reference,
    state: row.state,
    stateReason: row.state_reason,
    importId: row.import_id,
  }
}
