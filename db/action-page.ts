import type { ActionQuery, ActionRow, ActionSort } from '#domain/action.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Page } from '#domain/page.ts'
import { actionColumns, actionRowOf, type StoredAction } from './action-rows.ts'
import type { ReadDb, SqlValue } from './handles.ts'

type Order = { readonly by: readonly string[]; readonly through?: { readonly table: string; readonly on: string } }

/** What each order sorts by, and the table whose order it takes, so that an index gives the order and no sort of the whole table is needed. */
const orders: Readonly<Record<ActionSort, Order>> = {
  dueOn: { by: ['a.due_on', 'a.id'] },
  agency: { by: ['o.name', 'o.id', 'a.due_on', 'a.id'], through: { table: 'agencies o', on: 'a.agency_id = o.id' } },
  status: { by: ['a.status', 'a.due_on', 'a.id'] },
  case: { by: ['a.case_id', 'a.due_on', 'a.id'] },
  meeting: { by: ['o.held_on', 'o.id', 'a.due_on', 'a.id'], through: { table: 'meetings o', on: 'a.meeting_id = o.id' } },
  reference: { by: ['a.id'] },
}

/**
 * `isNarrow`: meets a handful of rows through an index of its own, so that every other condition and the order are best left to those rows.
 * `wide`: the same condition for when it meets many rows, which are better met in their order than sorted; `count`: a quicker way to their number,
 * where this is the only condition.
 */
type Condition = {
  readonly sql: string
  readonly parameters: Readonly<Record<string, SqlValue>>
  readonly isNarrow?: boolean
  readonly wide?: string
  readonly count?: string
}

/** From so many rows on, a search met while walking in order is quicker than a sort of what it finds. */
const MANY = 1000

function searchCondition(search: string): Condition {
  if (/^(a|hr)-[\d-]*$/i.test(search)) {
    // The beginning of a reference, as a range, so that the index of references answers it; `~` comes after every sign of one.
    const parameters = { from: search.toUpperCase(), to: `${search.toUpperCase()}~` }
    if (/^a/i.test(search)) return { sql: 'a.reference BETWEEN :from AND :to', parameters, isNarrow: /\d{4}/.test(search) }
    return {
      sql: 'a.case_id IN (SELECT id FROM cases WHERE reference BETWEEN :from AND :to)',
      parameters,
      isNarrow: /-\d{4}$/.test(search.slice(3)),
    }
  }
  // The trigram index answers three letters and more; a shorter text is looked for in the rows.
  if ([...search].length < 3) {
    return { sql: `a.description LIKE :like ESCAPE '\\'`, parameters: { like: `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` } }
  }
  const found = '(SELECT rowid FROM actions_text WHERE actions_text MATCH :match)'
  return {
    sql: `a.id IN ${found}`,
    wide: `+a.id IN ${found}`,
    count: 'SELECT count(*) AS total FROM actions_text WHERE actions_text MATCH :match',
    parameters: { match: `"${search.replaceAll('"', '""')}"` },
  }
}

/** `column` is the status as the planner may look it up (`a.status`) or not (`+a.status`). */
function stateCondition(state: ActionQuery['state'], column: string, today: IsoDate): Condition | null {
  const isOpen = `${column} IN ('proposed', 'agreed', 'inProgress')`
  switch (state) {
    case 'all':
      return null
    case 'open':
      return { sql: isOpen, parameters: {} }
    case 'overdue':
      return { sql: `${isOpen} AND a.due_on < :today`, parameters: { today } }
    case 'dueSoon':
      return { sql: `${isOpen} AND a.due_on BETWEEN :today AND :soon`, parameters: { today, soon: addDays(today, 7) } }
    case 'ended':
      return { sql: `NOT (${isOpen})`, parameters: {} }
  }
}

function conditions(query: ActionQuery, today: IsoDate): readonly Condition[] {
  const list: Condition[] = []
  if (query.search !== '') list.push(searchCondition(query.search))
  const status = list[0]?.isNarrow ? '+a.status' : 'a.status'
  if (query.agencyId !== null) list.push({ sql: 'a.agency_id = :agencyId', parameters: { agencyId: query.agencyId } })
  if (query.meetingId !== null) list.push({ sql: 'a.meeting_id = :meetingId', parameters: { meetingId: query.meetingId } })
  if (query.dueFrom !== null) list.push({ sql: 'a.due_on >= :dueFrom', parameters: { dueFrom: query.dueFrom } })
  if (query.dueTo !== null) list.push({ sql: 'a.due_on <= :dueTo', parameters: { dueTo: query.dueTo } })
  const state = stateCondition(query.state, status, today)
  if (state) list.push(state)
  if (query.statuses.length > 0) {
    const named = query.statuses.map((each, index) => [`status${index}`, each] as const)
    list.push({ sql: `${status} IN (${named.map(([name]) => `:${name}`).join(', ')})`, parameters: Object.fromEntries(named) })
  }
  return list
}

function whereOf(sqls: readonly string[]): string {
  return sqls.length > 0 ? `WHERE ${sqls.join(' AND ')}` : ''
}

/** The SQL that counts the filtered actions. */
function countSql(filters: readonly Condition[]): string {
  const alone = filters.length === 1 ? filters[0]?.count : undefined
  return alone ?? `SELECT count(*) AS total FROM actions a ${whereOf(filters.map(({ sql }) => sql))}`
}

/** The SQL of one window on the filtered actions, `total` of which there are. */
function rowsSql({ sort, direction }: ActionQuery, filters: readonly Condition[], total: number): string {
  const where = whereOf(filters.map(({ sql, wide }) => (total > MANY ? (wide ?? sql) : sql)))
  const isNarrow = filters.some((filter) => filter.isNarrow)
  const { by, through } = orders[sort]
  const from = !through
    ? 'actions a'
    : isNarrow
      ? `actions a CROSS JOIN ${through.table} ON ${through.on}`
      : `${through.table} CROSS JOIN actions a ON ${through.on}`
  const orderBy = by.map((column) => `${isNarrow ? '+' : ''}${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}`).join(', ')
  // Only ids are stepped over on the way to a deep window; the rows are fetched for the window alone. CROSS JOIN keeps the window outermost, and
  // with it its order: a second sort would cost as much as the fetching.
  return `SELECT ${actionColumns} FROM (SELECT a.id FROM ${from} ${where} ORDER BY ${orderBy} LIMIT :limit OFFSET :offset) w
    CROSS JOIN actions a ON a.id = w.id CROSS JOIN cases c ON c.id = a.case_id CROSS JOIN agencies g ON g.id = a.agency_id
    CROSS JOIN meetings m ON m.id = a.meeting_id`
}

/** One window on the filtered and sorted actions of all meetings. */
export function actionPage(db: ReadDb, query: ActionQuery, today: IsoDate): Page<ActionRow> {
  const filters = conditions(query, today)
  const parameters = Object.assign({}, ...filters.map((filter) => filter.parameters)) as Record<string, SqlValue>
  const total = db.get<{ total: number }>(countSql(filters), parameters)?.total ?? 0
  // A search without a hit has cost one pass over the rows; it is not asked a second time.
  if (total <= query.offset) return { total, rows: [] }
  const found = db.all<StoredAction>(rowsSql(query, filters, total), { ...parameters, limit: query.limit, offset: query.offset })
  return { total, rows: found.map(actionRowOf) }
}
