import type { CaseAttention, NextRiskDate } from '#domain/case.ts'
import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { CaseId, EntryId, ListingId } from '#domain/ids.ts'
import type { RaisedCase } from '#domain/record/raised-case.ts'
import { alarmingLinks, earlyReviewDays, type RiskDateKind, riskyLinks } from '#domain/record/risk-dates.ts'
import type { ReadDb, SqlParameters } from './handles.ts'

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

const state = `json_extract(e.content, '$.state')`
const linkKind = `json_extract(e.content, '$.link')`
const measureEnd = `json_extract(e.content, '$.until')`
const newestViolation = `json_extract(e.content, '$.violations[#-1].on')`
const noticedOn = `coalesce(json_extract(e.content, '$.identifiedOn'), e.on_date)`

/**
 * What raises a case, over all cases: `earlyReviewReasons` (domain) turned round, so that each part is a range of an index and no record is read that
 * has no day near today.
 */
const reasons = `
  SELECT e.id, e.case_id, ${linkKind} AS kind, e.on_date AS day, 1 AS is_ahead FROM case_entries e
    WHERE e.kind = 'chainLink' AND e.on_date BETWEEN :today AND :until AND ${state} NOT IN ('done', 'dropped') AND ${linkKind} IN (${quoted(riskyLinks)})
  UNION ALL
  SELECT e.id, e.case_id, 'measureEnds', ${measureEnd}, 1 FROM case_entries e
    WHERE e.kind = 'measure' AND ${measureEnd} BETWEEN :today AND :until AND ${state} = 'inForce'
  UNION ALL
  SELECT e.id, e.case_id, ${linkKind}, e.on_date, 0 FROM case_entries e
    WHERE e.kind = 'chainLink' AND e.on_date BETWEEN :since AND :today AND ${state} = 'done' AND ${linkKind} IN (${quoted([...riskyLinks, ...alarmingLinks])})
  UNION ALL
  SELECT e.id, e.case_id, 'measureViolated', ${newestViolation}, 0 FROM case_entries e
    WHERE e.kind = 'measure' AND ${newestViolation} BETWEEN :since AND :today
  UNION ALL
  SELECT e.id, e.case_id, 'incident', ${noticedOn}, 0 FROM case_entries e
    WHERE e.kind = 'incident' AND ${noticedOn} BETWEEN :since AND :today`

/** The open reasons: not what a meeting has heard since, nor what a meeting is to hear in time. */
const raised = `FROM (${reasons}) r JOIN cases c ON c.id = r.case_id
  WHERE c.closed_on IS NULL
    AND (r.is_ahead OR NOT EXISTS (SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id
      WHERE l.case_id = c.id AND l.outcome = 'discussed' AND m.held_on > r.day))
    AND NOT EXISTS (SELECT 1 FROM listings l JOIN meetings m ON m.id = l.meeting_id
      WHERE l.case_id = c.id AND l.outcome = 'waiting' AND m.state <> 'closed' AND (NOT r.is_ahead OR m.held_on <= r.day))`

function windowAround(today: IsoDate) {
  return { today, since: addDays(today, -earlyReviewDays), until: addDays(today, earlyReviewDays) }
}

/** The next risk date of each of the cases in sight, however far off (`nextRiskDate` of the domain). */
export function nextRiskDates(db: ReadDb, cases: readonly CaseId[], today: IsoDate): ReadonlyMap<CaseId, NextRiskDate> {
  const rows = db.all<{ caseId: CaseId; kind: RiskDateKind; on: IsoDate }>(
    `SELECT case_id AS caseId, kind, day AS "on" FROM (
       SELECT e.case_id, e.id, ${linkKind} AS kind, e.on_date AS day FROM json_each(:ids) w JOIN case_entries e ON e.case_id = w.value
         WHERE e.kind = 'chainLink' AND e.on_date >= :today AND ${state} NOT IN ('done', 'dropped') AND ${linkKind} IN (${quoted(riskyLinks)})
       UNION ALL
       SELECT e.case_id, e.id, 'measureEnds', ${measureEnd} FROM json_each(:ids) w JOIN case_entries e ON e.case_id = w.value
         WHERE e.kind = 'measure' AND ${measureEnd} >= :today AND ${state} = 'inForce')
     ORDER BY day DESC, id DESC`,
    { ids: JSON.stringify(cases), today },
  )
  // The soonest comes last, and stays.
  return new Map(rows.map(({ caseId, kind, on }) => [caseId, { kind, on }]))
}

type StoredReason = {
  readonly id: EntryId
  readonly kind: RiskDateKind
  readonly day: IsoDate
  readonly caseId: CaseId
  readonly reference: string
  readonly listingId: ListingId | null
  readonly heldOn: IsoDate | null
  readonly total: number
}

/** Cases raised for early review on a day: how many, and the first of them, what has happened before what is to come. */
export function raisedCases(db: ReadDb, today: IsoDate, limit = 50): { readonly count: number; readonly cases: readonly RaisedCase[] } {
  const rows = db.all<StoredReason>(
    `WITH r AS MATERIALIZED (SELECT r.id, r.kind, r.day, c.id AS case_id, c.reference ${raised}),
       first AS MATERIALIZED (SELECT case_id FROM r GROUP BY case_id ORDER BY min(day), case_id LIMIT :limit)
     SELECT r.id, r.kind, r.day, r.case_id AS caseId, r.reference, w.id AS listingId, m.held_on AS heldOn,
       (SELECT count(DISTINCT case_id) FROM r) AS total
     FROM r LEFT JOIN listings w ON w.id = (SELECT l.id FROM listings l JOIN meetings n ON n.id = l.meeting_id
       WHERE l.case_id = r.case_id AND l.outcome = 'waiting' AND n.state <> 'closed' ORDER BY n.held_on, l.id LIMIT 1)
     LEFT JOIN meetings m ON m.id = w.meeting_id
     WHERE r.case_id IN (SELECT case_id FROM first) ORDER BY r.day, r.id`,
    { ...windowAround(today), limit },
  )
  const cases = new Map<CaseId, RaisedCase>()
  for (const { id, kind, day, caseId, reference, listingId, heldOn } of rows) {
    const listed = listingId === null || heldOn === null ? null : { listingId, heldOn }
    const known = cases.get(caseId) ?? { caseId, reference, reasons: [], listed }
    const reason = { entryId: id, kind, on: day, days: daysBetween(today, day) }
    cases.set(caseId, { ...known, reasons: [...known.reasons, reason] })
  }
  return { count: rows[0]?.total ?? 0, cases: [...cases.values()] }
}

const broken = `FROM (
    SELECT e.case_id FROM case_entries e WHERE e.kind = 'chainLink' AND ${state} = 'broken'
    UNION ALL
    SELECT e.case_id FROM case_entries e WHERE e.kind = 'chainLink' AND ${state} = 'planned' AND e.on_date < :today
  ) b JOIN cases c ON c.id = b.case_id WHERE c.closed_on IS NULL`

/** How many links of the chain are broken on a day (`brokenLinks` of the domain), and in how many open cases. */
export function brokenLinkCount(db: ReadDb, today: IsoDate): { readonly links: number; readonly cases: number } {
  return db.get(`SELECT count(*) AS links, count(DISTINCT c.id) AS cases ${broken}`, { today }) ?? { links: 0, cases: 0 }
}

/** The condition that a case `c` calls for the coordinator on a day, and its parameters. */
export function attentionCondition(attention: CaseAttention, today: IsoDate): { readonly sql: string; readonly parameters: SqlParameters } {
  switch (attention) {
    case 'earlyReview':
      return { sql: `c.id IN (SELECT c.id ${raised})`, parameters: windowAround(today) }
    case 'brokenChain':
      return { sql: `c.id IN (SELECT c.id ${broken})`, parameters: { today } }
  }
}
