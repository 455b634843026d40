import type { CaseFilter, CaseRow, CaseState } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { nameKey } from '#domain/person.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import { attentionCondition, nextRiskDates } from './early-review.ts'
import type { ReadDb, SqlValue } from './handles.ts'
import { highCases } from './record/case-marks.ts'
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
  readonly is_repeat: number
  readonly is_restricted: number
  readonly state: CaseState
  readonly open_actions: number
  readonly overdue_actions: number
  readonly last_discussed_on: IsoDate | null
  readonly next_meeting_on: IsoDate | null
}

function caseRowOf(row: StoredCaseRow): Omit<CaseRow, 'isHigh' | 'nextRiskDate'> {
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
    isRestricted: row.is_restricted === 1,
    state: row.state,
    openActions: row.open_actions,
    overdueActions: row.overdue_actions,
    lastDiscussedOn: row.last_discussed_on,
    nextMeetingOn: row.next_meeting_on,
  }
}

type Condition = { readonly sql: string; readonly parameters: Readonly<Record<string, SqlValue>> }

function searchCondition(search: string): Condition {
  // The sequence alone, or a reference from its beginning.
  if (/^[\d-]+$/.test(search)) return { sql: 'c.reference LIKE :like', parameters: { like: `%${search}%` } }
  if (/^hr-[\d-]*$/i.test(search))
    return { sql: 'c.reference BETWEEN :from AND :to', parameters: { from: search.toUpperCase(), to: `${search.toUpperCase()}~` } }
  const key = nameKey(search)
  // The trigram index answers three letters and more; a shorter text is looked for in the rows.
  if ([...key].length < 3) return { sql: 'c.names_key LIKE :like', parameters: { like: `%${key}%` } }
  return { sql: 'c.id IN (SELECT rowid FROM cases_names WHERE cases_names MATCH :match)', parameters: { match: `"${key}"` } }
}

const listed = `(SELECT l.case_id FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.outcome = 'waiting' AND m.state <> 'closed')`
const waiting = `(SELECT case_id FROM referrals WHERE state IN ('open', 'deferred'))`

/** `caseStateSql` turned round: few cases are listed or wait, so they are looked up as sets, once, not asked of every case. */
export function stateCondition(state: CaseState): string {
  switch (state) {
    case 'closed':
      return 'c.closed_on IS NOT NULL'
    case 'listed':
      return `c.closed_on IS NULL AND c.id IN ${listed}`
    case 'waiting':
      return `c.closed_on IS NULL AND c.id IN ${waiting} AND c.id NOT IN ${listed}`
    case 'monitoring':
      return `c.closed_on IS NULL AND c.id NOT IN ${waiting} AND c.id NOT IN ${listed}`
  }
}

function conditions(filter: CaseFilter, today: IsoDate): readonly Condition[] {
  const list: Condition[] = []
  if (filter.search !== '') list.push(searchCondition(filter.search))
  if (filter.state !== null) list.push({ sql: stateCondition(filter.state), parameters: {} })
  if (filter.repeatsOnly) list.push({ sql: 'c.is_repeat = 1', parameters: {} })
  if (filter.withChildrenOnly) list.push({ sql: 'c.children_count > 0', parameters: {} })
  if (filter.attention !== null) list.push(attentionCondition(filter.attention, today))
  return list
}

/** One window on the filtered and sorted cases. */
export function casePage(db: ReadDb, filter: CaseFilter, today: IsoDate): Page<CaseRow> {
  const filters = conditions(filter, today)
  const parameters = Object.assign({}, ...filters.map((each) => each.parameters)) as Record<string, SqlValue>
  const where = filters.length > 0 ? `WHERE ${filters.map(({ sql }) => sql).join(' AND ')}` : ''
  const direction = filter.direction === 'ascending' ? 'ASC' : 'DESC'
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM cases c ${where}`, parameters)?.total ?? 0
  if (total <= filter.offset) return { total, rows: [] }
  // CROSS JOIN keeps the window outermost, and with it its order. The counts are one pass over the actions of the window's cases.
  const rows = db.all<StoredCaseRow>(
    `WITH w AS MATERIALIZED (SELECT c.id FROM cases c ${where} ORDER BY ${orders[filter.sort]} ${direction}, c.id ${direction} LIMIT :limit OFFSET :offset),
       counts AS MATERIALIZED (
         SELECT a.case_id, count(*) AS open_actions, sum(a.due_on < :today) AS overdue_actions FROM w CROSS JOIN actions a ON a.case_id = w.id
         WHERE a.status IN ('proposed', 'agreed', 'inProgress') GROUP BY a.case_id)
     SELECT c.id, c.reference, v.name AS victim_name, p.name AS perpetrator_name, c.children_count, c.last_risk_tool, c.last_risk_score,
       c.last_risk_on, g.name AS source_agency_name, c.last_referral_on, c.is_repeat, ${caseStateSql} AS state,
       EXISTS (SELECT 1 FROM case_restrictions x WHERE x.case_id = c.id) AS is_restricted,
       coalesce(n.open_actions, 0) AS open_actions, coalesce(n.overdue_actions, 0) AS overdue_actions,
       (SELECT max(m.held_on) FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'discussed') AS last_discussed_on,
       (SELECT min(m.held_on) FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = c.id AND l.outcome = 'waiting' AND m.state <> 'closed') AS next_meeting_on
     FROM w CROSS JOIN cases c ON c.id = w.id CROSS JOIN people v ON v.id = c.victim_id CROSS JOIN people p ON p.id = c.perpetrator_id
     LEFT JOIN counts n ON n.case_id = c.id
     LEFT JOIN referrals r ON r.id = (SELECT q.id FROM referrals q WHERE q.case_id = c.id ORDER BY q.received_on DESC, q.id DESC LIMIT 1)
     LEFT JOIN agencies g ON g.id = r.source_agency_id`,
    { ...parameters, today, limit: filter.limit, offset: filter.offset },
  )
  const plain = rows.map(caseRowOf)
  const high = highCases(
    db,
    plain.map(({ id }) => id),
  )
  const ahead = nextRiskDates(
    db,
    plain.map(({ id }) => id),
    today,
  )
  return { total, rows: plain.map((row) => ({ ...row, isHigh: high.has(row.id), nextRiskDate: ahead.get(row.id) ?? null })) }
}
