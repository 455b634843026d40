import type { ActionRow, ActionStatus } from '#domain/action.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { ActionId, AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import type { KnownAnswer } from '#domain/record/known.ts'

/** The columns of an action's line; join `cases c`, `agencies g` and `meetings m` to `actions a`. */
export const actionColumns = `a.id, a.reference, a.case_id, c.reference AS case_reference, a.meeting_id, m.held_on AS meeting_on, a.agency_id,
  g.name AS agency_name, a.description, a.due_on, a.status, a.is_safety_action, a.version, a.is_towards_him, a.could_notice,
  a.could_raise_risk, a.told_first_by, a.after_action, a.signed_off_agency, a.signed_off_by, a.signed_off_at,
  EXISTS (SELECT 1 FROM case_hidden_agencies h WHERE h.case_id = a.case_id AND h.agency_id = a.agency_id) AS is_with_concerned`

export const actionJoins = `JOIN cases c ON c.id = a.case_id JOIN agencies g ON g.id = a.agency_id JOIN meetings m ON m.id = a.meeting_id`

export type StoredAction = {
  readonly id: ActionId
  readonly reference: string
  readonly case_id: CaseId
  readonly case_reference: string
  readonly meeting_id: MeetingId
  readonly meeting_on: IsoDate
  readonly agency_id: AgencyId
  readonly agency_name: string
  readonly description: string
  readonly due_on: IsoDate
  readonly status: ActionStatus
  readonly is_safety_action: number
  readonly version: number
  readonly is_towards_him: number
  readonly could_notice: KnownAnswer
  readonly could_raise_risk: KnownAnswer
  readonly told_first_by: AgencyId | null
  readonly after_action: ActionId | null
  readonly signed_off_agency: AgencyId | null
  readonly signed_off_by: string
  readonly signed_off_at: IsoInstant | null
  readonly is_with_concerned: number
}

export function actionRowOf(row: StoredAction): ActionRow {
  return {
    id: row.id,
    reference: row.reference,
    caseId: row.case_id,
    caseReference: row.case_reference,
    meetingId: row.meeting_id,
    meetingOn: row.meeting_on,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    description: row.description,
    dueOn: row.due_on,
    status: row.status,
    isSafetyAction: row.is_safety_action === 1,
    safety: {
      isTowardsHim: row.is_towards_him === 1,
      couldNotice: row.could_notice,
      couldRaiseRisk: row.could_raise_risk,
      toldFirstBy: row.told_first_by,
      after: row.after_action,
    },
    signOff:
      row.signed_off_agency === null || row.signed_off_at === null
        ? null
        : { agencyId: row.signed_off_agency, by: row.signed_off_by, at: row.signed_off_at },
    isWithConcerned: row.is_with_concerned === 1,
    version: row.version,
  }
}
