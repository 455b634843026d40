import type { CaseId } from '#domain/ids.ts'
import type { Assessed } from '#domain/risk/history.ts'
import { standingRisk } from '#domain/risk/standing-risk.ts'
import type { RiskScore } from '#domain/risk-tool.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { historiesOf, type Reach } from './case-marks.ts'

/** The assessment whose number tables show: the one by which the case stands; where that has no number, or none states a level, the newest number. */
function shownOf(db: ReadDb, caseId: CaseId, reach: Reach): Assessed | undefined {
  const history = historiesOf(db, [caseId], reach).get(caseId) ?? []
  const standing = standingRisk(history)
  return standing !== null && standing.score !== null ? standing : history.findLast(({ score }) => score !== null)
}

const dayOf = ({ isDated, on }: Assessed) => (isDated ? on : null)

/** The score of a case that was not given in confidence: the one that a meeting may read (domain.md R3). */
export function unprivilegedRisk(db: ReadDb, caseId: CaseId): RiskScore | null {
  const shown = shownOf(db, caseId, 'unprivileged')
  return shown === undefined || shown.score === null ? null : { tool: shown.tool, score: shown.score, assessedOn: dayOf(shown) }
}

/** Writes the score that tables show, sort and filter by. */
export function refreshRisk(db: WriteDb, caseId: CaseId): void {
  const shown = shownOf(db, caseId, 'all')
  db.run('UPDATE cases SET last_risk_tool = :tool, last_risk_score = :score, last_risk_on = :on WHERE id = :caseId', {
    caseId,
    tool: shown?.tool ?? null,
    score: shown?.score ?? null,
    on: shown === undefined ? null : dayOf(shown),
  })
}
