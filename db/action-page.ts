import type { ActionQuery, ActionRow, ActionSort } from '#domain/action.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Page } from '#domain/page.ts'
import { actionColumns, actionJoins, actionRowOf, type StoredAction } from './action-rows.ts'
import type { ReadDb, SqlValue } from './handles.ts'

const OPEN = `a.status IN ('proposed', 'agreed', 'inProgress')`

/** What each order reads from, so that an index gives the order and no sort of the whole table is needed. */
const orders: Readonly<Record<ActionSort, { readonly from: string; readonly by: readonly string[] }>> = {
  dueOn: { from: 'actions a', by: ['a.due_on', 'a.id'] },
  agency: { from: 'agencies o CROSS JOIN actions a ON a.agency_id = o.id', by: ['o.name', 'o.id', 'a.due_on', 'a.id'] },
  status: { from: 'actions a', by: ['a.status', 'a.due_on', 'a.id'] },
  case: { from: 'actions a', by: ['a.case_id', 'a.due_on', 'a.id'] },
  meeting: { from: 'meetings o CROSS JOIN actions a ON a.meeting_id = o.id', by: ['o.held_on', 'o.id', 'a.due_on', 'a.id'] },
  reference: { from: 'actions a', by: ['a.id'] },
}

type Condition = { readonly sql: string; readonly parameters: Readonly<Record<string, SqlValue>> }

function searchCondition(search: string): Condition {
  const parameters: Record<string, SqlValue> = { like: `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` }
  const byReference = `a.reference LIKE :like ESCAPE '\\'`
  const byCase = `a.case_id IN (SELECT id FROM cases WHERE reference LIKE :like ESCAPE '\\')`
  if (/^(a|hr)-[\d-]*$/i.test(search)) return { sql: `(${/^a/i.test(search) ? byReference : byCase})`, parameters }
  // The trigram index answers three letters and more; a shorter text is looked for in the rows.
  if ([...search].length < 3) return { sql: `a.description LIKE :like ESCAPE '\\'`, parameters }
  return {
    sql: `a.id IN (SELECT rowid FROM actions_text WHERE actions_text MATCH :match)`,
    parameters: { match: `"${search.replaceAll('"', '""')}"` },
  }
}

function conditions(query: ActionQuery, today: IsoDate): readonly Condition[] {
  const list: Condition[] = []
  if (query.search !== '') list.push(searchCondition(query.search))
  if (query.agencyId !== null) list.push({ sql: 'a.agency_id = :agencyId', parameters: { agencyId: query.agencyId } })
  if (query.meetingId !== null) list.push({ sql: 'a.meeting_id = :meetingId', parameters: { meetingId: query.meetingId } })
  if (query.dueFrom !== null) list.push({ sql: 'a.due_on >= :dueFrom', parameters: { dueFrom: query.dueFrom } })
  if (query.dueTo !== null) list.push({ sql: 'a.due_on <= :dueTo', parameters: { dueTo: query.dueTo } })
  switch (query.state) {
    case 'all':
      break
    case 'open':
      list.push({ sql: OPEN, parameters: {} })
      break
    case 'overdue':
      list.push({ sql: `${OPEN} AND a.due_on < :today`, parameters: { today } })
      break
    case 'dueSoon':
      list.push({ sql: `${OPEN} AND a.due_on BETWEEN :today AND :soon`, parameters: { today, soon: addDays(today, 7) } })
      break
    case 'ended':
      list.push({ sql: `NOT (${OPEN})`, parameters: {} })
      break
  }
  if (query.statuses.length > 0) {
    const named = query.statuses.map((status, index) => [`status${index}`, status] as const)
    list.push({ sql: `a.status IN (${named.map(([name]) => `:${name}`).join(', ')})`, parameters: Object.fromEntries(named) })
  }
  return list
}

/** The SQL of one window on the filtered actions, and of its count. Exported so that the bench can run the same statements bare. */
export function actionPageSql(query: ActionQuery, today: IsoDate) {
  const filters = conditions(query, today)
  const where = filters.length > 0 ? `WHERE ${filters.map(({ sql }) => sql).join(' AND ')}` : ''
  const { from, by } = orders[query.sort]
  const direction = query.direction === 'ascending' ? 'ASC' : 'DESC'
  const orderBy = by.map((column) => `${column} ${direction}`).join(', ')
  return {
    parameters: Object.assign({}, ...filters.map(({ parameters }) => parameters)) as Record<string, SqlValue>,
    count: `SELECT count(*) AS total FROM actions a ${where}`,
    // Only ids are stepped over on the way to a deep window; the rows are fetched for the window alone.
    rows: `SELECT ${actionColumns} FROM (SELECT a.id, row_number() OVER () AS place FROM (
        SELECT a.id FROM ${from} ${where} ORDER BY ${orderBy} LIMIT :limit OFFSET :offset) a) w
      JOIN actions a ON a.id = w.id ${actionJoins} ORDER BY w.place`,
  }
}

/** One window on the filtered and sorted actions of all meetings. */
export function actionPage(db: ReadDb, query: ActionQuery, today: IsoDate): Page<ActionRow> {
  const { count, rows, parameters } = actionPageSql(query, today)
  const total = db.get<{ total: number }>(count, parameters)?.total ?? 0
  const found = db.all<StoredAction>(rows, { ...parameters, limit: query.limit, offset: query.offset })
  return { total, rows: found.map(actionRowOf) }
}
