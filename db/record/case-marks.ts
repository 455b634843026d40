import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, EntryId } from '#domain/ids.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { isHighByRecord } from '#domain/risk/high-by-record.ts'
import { type Assessed, historyOf } from '#domain/risk/history.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import type { ReadDb } from '../handles.ts'

type Recorded = { readonly caseId: CaseId; readonly id: EntryId; readonly content: string }
type Referred = {
  readonly caseId: CaseId
  readonly tool: RiskTool
  readonly score: number
  readonly assessedOn: IsoDate | null
  readonly receivedOn: IsoDate
}

/** Whose assessments are looked at: all, or those alone that were not made in confidence. */
export type Reach = 'all' | 'unprivileged'

/** All that was assessed of some cases, oldest first. Reads the assessments and the referrals of these cases alone. */
export function historiesOf(db: ReadDb, cases: readonly CaseId[], reach: Reach): ReadonlyMap<CaseId, readonly Assessed[]> {
  const ids = JSON.stringify(cases)
  const recorded = db.all<Recorded>(
    `SELECT e.case_id AS caseId, e.id, e.content FROM json_each(:ids) w JOIN case_entries e ON e.case_id = w.value
     WHERE e.kind = 'assessment' AND e.is_privileged <= :mostPrivileged ORDER BY e.id`,
    { ids, mostPrivileged: reach === 'all' ? 1 : 0 },
  )
  const referred = db.all<Referred>(
    `SELECT r.case_id AS caseId, r.risk_tool AS tool, r.risk_score AS score, r.risk_assessed_on AS assessedOn, r.received_on AS receivedOn
     FROM json_each(:ids) w JOIN referrals r ON r.case_id = w.value
     WHERE r.risk_tool IS NOT NULL AND r.risk_score IS NOT NULL ORDER BY r.received_on DESC, r.id DESC`,
    { ids },
  )
  const [byRecord, byReferral] = [Map.groupBy(recorded, ({ caseId }) => caseId), Map.groupBy(referred, ({ caseId }) => caseId)]
  return new Map(
    cases.map((caseId) => [
      caseId,
      historyOf(
        (byRecord.get(caseId) ?? []).map(({ id, content }) => ({ id, content: Assessment.parse(JSON.parse(content)) })),
        (byReferral.get(caseId) ?? []).map(({ receivedOn, ...risk }) => ({ receivedOn, risk })),
      ),
    ]),
  )
}

/** Which of the cases in sight are high, by all that their referrals and their record say (`isHighByRecord`). */
export function highCases(db: ReadDb, cases: readonly CaseId[]): ReadonlySet<CaseId> {
  const histories = historiesOf(db, cases, 'all')
  return new Set(cases.filter((caseId) => isHighByRecord(histories.get(caseId) ?? [])))
}
