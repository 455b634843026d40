import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { Assessment } from '#domain/record/assessment.ts'
import { scoreOf } from '#domain/record/assessment-score.ts'
import type { RiskScore, RiskTool } from '#domain/risk-tool.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

type Score = { readonly tool: RiskTool; readonly score: number; readonly on: IsoDate | null; readonly day: IsoDate }

function newestOfReferrals(db: ReadDb, caseId: CaseId): Score | undefined {
  return db.get<Score>(
    `SELECT risk_tool AS tool, risk_score AS score, risk_assessed_on AS "on", coalesce(risk_assessed_on, received_on) AS day FROM referrals
     WHERE case_id = :caseId AND risk_tool IS NOT NULL ORDER BY day DESC, received_on DESC, id DESC LIMIT 1`,
    { caseId },
  )
}

/** Whose assessments are looked at: all, or those alone that were not made in confidence. */
type Reach = 'all' | 'unprivileged'

function newestAssessed(db: ReadDb, caseId: CaseId, reach: Reach): Score | undefined {
  const rows = db.all<{ content: string }>(
    `SELECT content FROM case_entries WHERE case_id = :caseId AND kind = 'assessment' AND is_privileged <= :mostPrivileged
     ORDER BY on_date DESC, id DESC`,
    { caseId, mostPrivileged: reach === 'all' ? 1 : 0 },
  )
  for (const { content } of rows) {
    const assessment = Assessment.parse(JSON.parse(content))
    const score = scoreOf(assessment)
    if (score !== null) return { tool: assessment.tool, score, on: assessment.completedOn, day: assessment.completedOn }
  }
  return undefined
}

/** Of one day, an assessment stands before what a referral said; what has no number is passed over. */
function newestScore(db: ReadDb, caseId: CaseId, reach: Reach): Score | undefined {
  const [said, assessed] = [newestOfReferrals(db, caseId), newestAssessed(db, caseId, reach)]
  return assessed && (!said || assessed.day >= said.day) ? assessed : said
}

/** The newest score of a case that was not given in confidence: the one that a meeting may read (domain.md R3). */
export function unprivilegedRisk(db: ReadDb, caseId: CaseId): RiskScore | null {
  const newest = newestScore(db, caseId, 'unprivileged')
  return newest === undefined ? null : { tool: newest.tool, score: newest.score, assessedOn: newest.on }
}

/**
 * Writes the score that tables sort and filter by: the newest of the case's referrals and assessments.
 */
export function refreshRisk(db: WriteDb, caseId: CaseId): void {
  const newest = newestScore(db, caseId, 'all')
  db.run('UPDATE cases SET last_risk_tool = :tool, last_risk_score = :score, last_risk_on = :on WHERE id = :caseId', {
    caseId,
    tool: newest?.tool ?? null,
    score: newest?.score ?? null,
    on: newest?.on ?? null,
  })
}
