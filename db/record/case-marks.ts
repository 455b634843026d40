import type { CaseId } from '#domain/ids.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { isHighByRecord } from '#domain/risk/high-by-record.ts'
import type { RiskScore } from '#domain/risk-tool.ts'
import type { ReadDb } from '../handles.ts'

/** Which of the cases in sight are high, by their newest score or by what their record says. Reads the assessments of these cases alone. */
export function highCases(db: ReadDb, cases: readonly { readonly caseId: CaseId; readonly risk: RiskScore | null }[]): ReadonlySet<CaseId> {
  const assessments = new Map<CaseId, Assessment[]>()
  const rows = db.all<{ caseId: CaseId; content: string }>(
    `SELECT e.case_id AS caseId, e.content FROM json_each(:ids) w JOIN case_entries e ON e.case_id = w.value
     WHERE e.kind = 'assessment' ORDER BY e.on_date DESC, e.id DESC`,
    { ids: JSON.stringify(cases.map(({ caseId }) => caseId)) },
  )
  for (const { caseId, content } of rows)
    assessments.set(caseId, [...(assessments.get(caseId) ?? []), Assessment.parse(JSON.parse(content))])
  return new Set(cases.filter(({ caseId, risk }) => isHighByRecord(risk, assessments.get(caseId) ?? [])).map(({ caseId }) => caseId))
}
