import type { CaseFilter, CaseRow, CaseState } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { nameKey } from '#domain/person.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import type { ReadDb, SqlValue } from './handles.ts'
import { riskOf } from './referral-rows.ts'

/** A case's state from its listings (domain.md 3.2). */
export const caseStateSql = `CASE
  WHEN c.closed_on IS NOT NULL THEN 'closed'
  WHEN EXISTS (SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'waiting' AND m.state <> 'closed') THEN 'listed'
  WHEN EXISTS (SELECT 1 FROM referrals r WHERE r.case_id = c.id AND r.state IN ('open', 'deferred')) THEN 'waiting'
  ELSE 'monitoring' END`

const orders = {
  reference: 'c.id',
  receivedOn: 'c.last_referral_on',
  riskScore: 'c.last_risk_score',
} as const

type StoredCaseRow = {
  readonly id: CaseId
  readonly reference: string
  readonly victim_name: string
  readonly perpetrator_name: string
  readonly children_count: number | null
  readonly last_risk_tool: RiskTool | null
  readonly last_risk_score: number | null
  readonly last_risk_on: IsoDate | null
  readonly source_agency_name: string | null
  readonly last_referral_on: IsoDate | null
  readonly is_repeat: number | null
  readonly state: CaseState
  readonly open_actions: number
  readonly overdue_actions: number
  readonly last_discussed_on: IsoDate | null
  readonly next_meeting_on: IsoDate | null
}

function caseRowOf(row: StoredCaseRow): CaseRow {
  return {
    id: row.id,
    reference: row.reference,
    victimName: row.victim_name,
    perpetratorName: row.perpetrator_name,
    childrenCount: row.children_count,
    risk: riskOf(row.last_risk_tool, row.last_risk_score, row.last_risk_on),
    sourceAgencyName: row.source_agency_name ?? '',
    receivedOn: row.last_referral_on,
    isRepeat: row.is_repeat === 1,
    state: row.state,
    openActions: row.open_actions,
    overdueActions: row.overdue_actions,
    lastDiscussedOn: row.last_discussed_on,
    nextMeetingOn: row.next_meeting_on,
  }
}

const latest = (column: string) => `(SELECT r.${column} FROM referrals r WHERE r.case_id = c.id ORDER BY r.received_on DESC, r.id DESC LIMIT 1)`

/** One window on the filtered and sorted cases. */
export function casePage(db: ReadDb, filter: CaseFilter, today: IsoDate): Page<CaseRow> {
  const where: string[] = []
  const parameters: Record<string, SqlValue> = {}
  if (filter.search !== '') {
    const key = nameKey(filter.search)
    where.push(
      key === ''
        ? `c.reference LIKE :reference`
        : `(c.reference LIKE :reference OR c.victim_id IN (SELECT id FROM people WHERE name_key LIKE :name) OR c.perpetrator_id IN (SELECT id FROM people WHERE name_key LIKE :name))`,
    )
    parameters['reference'] = `%${filter.search.replace(/[%_]/g, '')}%`
    if (key !== '') parameters['name'] = `%${key}%`
  }
  if (filter.state !== null) {
    where.push(`${caseStateSql} = :state`)
    parameters['state'] = filter.state
  }
  if (filter.repeatsOnly) where.push(`${latest('repeat')} = 1`)
  if (filter.withChildrenOnly) where.push('c.children_count > 0')
  const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''
  const direction = filter.direction === 'ascending' ? 'ASC' : 'DESC'
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM cases c ${condition}`, parameters)?.total ?? 0
  const rows = db.all<StoredCaseRow>(
    `SELECT c.id, c.reference, v.name AS victim_name, p.name AS perpetrator_name, c.children_count, c.last_risk_tool, c.last_risk_score,
       ${latest('risk_assessed_on')} AS last_risk_on,
       (SELECT g.name FROM referrals r JOIN agencies g ON g.id = r.source_agency_id WHERE r.case_id = c.id ORDER BY r.received_on DESC, r.id DESC LIMIT 1) AS source_agency_name,
       c.last_referral_on, ${latest('repeat')} AS is_repeat, ${caseStateSql} AS state,
       (SELECT count(*) FROM actions a WHERE a.case_id = c.id AND a.status IN ('proposed', 'agreed', 'inProgress')) AS open_actions,
       (SELECT count(*) FROM actions a WHERE a.case_id = c.id AND a.status IN ('proposed', 'agreed', 'inProgress') AND a.due_on < :today) AS overdue_actions,
       (SELECT max(m.held_on) FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'discussed') AS last_discussed_on,
       (SELECT min(m.held_on) FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'waiting' AND m.state <> 'closed') AS next_meeting_on
     FROM (SELECT c.id FROM cases c ${condition} ORDER BY ${orders[filter.sort]} ${direction}, c.id ${direction} LIMIT :limit OFFSET :offset) w
     JOIN cases c ON c.id = w.id JOIN people v ON v.id = c.victim_id JOIN people p ON p.id = c.perpetrator_id
     ORDER BY ${orders[filter.sort]} ${direction}, c.id ${direction}`,
    { ...parameters, today, limit: filter.limit, offset: filter.offset },
  )
  return { total, rows: rows.map(caseRowOf) }
}
