import { type AuditFilter, auditShownLimit } from '#domain/audit/entry.ts'
import { groupOf } from '#domain/audit/operation-group.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import type { ReadDb, SqlValue } from './handles.ts'
import { mayHide } from './hidden-cases.ts'

export type LogEntry = {
  readonly seq: number
  readonly at: IsoInstant
  readonly actor: string
  readonly operation: string
  readonly subject: string
  readonly outcome: string
}

/** The filter of a page of the log, its case and its days looked up. `from` and `before` are moments; `from` is in it. */
export type LogQuery = Pick<AuditFilter, 'group' | 'actor' | 'outcome'> & {
  readonly caseId: CaseId | null
  readonly from: string | null
  readonly before: string | null
}

const columns = 'seq, at, actor, operation, subject, outcome'
// Word for word as the indexes of migration 0004 have them, or they would not be used.
const caseSql = `instr(' ' || subject, ' caseId=') > 0 AND CAST(substr(subject, instr(' ' || subject, ' caseId=') + 7) AS INTEGER) = :caseId`
const overrideSql = `instr(' ' || subject, ' override=') > 0`

/** Every operation that the log holds, each once; one look into the index for each. */
function operationsInLog(db: ReadDb): readonly string[] {
  return db
    .all<{ name: string }>(
      `WITH RECURSIVE found (name) AS (
         SELECT min(operation) FROM audit_entries
         UNION ALL SELECT (SELECT min(operation) FROM audit_entries WHERE operation > found.name) FROM found WHERE found.name IS NOT NULL)
       SELECT name FROM found WHERE name IS NOT NULL`,
    )
    .map(({ name }) => name)
}

/** Everybody whom the log names, each once. */
export function actorsInLog(db: ReadDb): readonly string[] {
  return db
    .all<{ name: string }>(
      `WITH RECURSIVE found (name) AS (
         SELECT min(actor) FROM audit_entries
         UNION ALL SELECT (SELECT min(actor) FROM audit_entries WHERE actor > found.name) FROM found WHERE found.name IS NOT NULL)
       SELECT name FROM found WHERE name IS NOT NULL`,
    )
    .map(({ name }) => name)
}

type Bounds = { readonly first: number; readonly last: number }

/** The first and the last number of the entries of a time; null where there are none. A clock set back makes the bounds wider, never too narrow. */
function boundsOf(db: ReadDb, { from, before }: LogQuery): Bounds | null {
  const found =
    from === null && before === null
      ? db.get<Bounds>('SELECT (SELECT min(seq) FROM audit_entries) AS first, (SELECT max(seq) FROM audit_entries) AS last')
      : db.get<Bounds>('SELECT min(seq) AS first, max(seq) AS last FROM audit_entries WHERE at >= :from AND at < :before', {
          from: from ?? '',
          before: before ?? '~',
        })
  return found && found.first !== null ? found : null
}

type Source = { readonly sql: string; readonly parameters: Record<string, SqlValue> }

/** The numbers of the entries that fit, newest first. Each part of a union is in order by its index, so that the union is merged, not sorted. */
function sourceOf(db: ReadDb, query: LogQuery, bounds: Bounds): Source | null {
  const conditions = ['seq BETWEEN :first AND :last']
  const parameters: Record<string, SqlValue> = { ...bounds }
  if (query.from !== null || query.before !== null) {
    conditions.push('at >= :from AND at < :before')
    Object.assign(parameters, { from: query.from ?? '', before: query.before ?? '~' })
  }
  if (query.caseId !== null) {
    conditions.push(caseSql)
    parameters['caseId'] = query.caseId
  }
  // The `+` keeps the index of the actor out of it where a narrower one is at hand.
  if (query.actor !== '') {
    conditions.push(query.group === null && query.caseId === null ? 'actor = :actor' : '+actor = :actor')
    parameters['actor'] = query.actor
  }
  if (query.outcome === 'done') conditions.push(`outcome = 'done'`)
  if (query.outcome === 'refused') conditions.push(`outcome <> 'done'`)
  const select = (more: string) => `SELECT seq FROM audit_entries WHERE ${conditions.join(' AND ')}${more}`
  if (query.group === null) return { sql: select(''), parameters }
  if (query.group === 'overrides') return { sql: select(` AND ${overrideSql}`), parameters }
  const operations = operationsInLog(db).filter((operation) => groupOf(operation) === query.group)
  if (operations.length === 0) return null
  operations.forEach((operation, index) => {
    parameters[`operation${index}`] = operation
  })
  return { sql: operations.map((_, index) => select(` AND operation = :operation${index}`)).join(' UNION ALL '), parameters }
}

function isUnfiltered(query: LogQuery): boolean {
  return (
    query.group === null &&
    query.actor === '' &&
    query.outcome === 'all' &&
    query.caseId === null &&
    query.from === null &&
    query.before === null
  )
}

/**
 * One window on the log, newest first. A filter shows the newest `auditShownLimit` entries that fit, and counts no further; without one the
 * numbers themselves are the count.
 */
export function auditPage(db: ReadDb, query: LogQuery, window: { readonly offset: number; readonly limit: number }): Page<LogEntry> {
  const bounds = boundsOf(db, query)
  if (!bounds) return { rows: [], total: 0 }
  if (isUnfiltered(query) && !mayHide(db)) {
    const newest = bounds.last - window.offset
    const rows = db.all<LogEntry>(`SELECT ${columns} FROM audit_entries WHERE seq <= :newest ORDER BY seq DESC LIMIT :limit`, {
      newest,
      limit: window.limit,
    })
    return { rows, total: bounds.last - bounds.first + 1 }
  }
  const source = sourceOf(db, query, bounds)
  if (!source) return { rows: [], total: 0 }
  const { total = 0 } =
    db.get<{ total: number }>(
      `SELECT count(*) AS total FROM (SELECT 1 FROM (${source.sql}) LIMIT ${auditShownLimit})`,
      source.parameters,
    ) ?? {}
  const limit = Math.min(window.limit, total - window.offset)
  if (limit <= 0) return { rows: [], total }
  const rows = db.all<LogEntry>(
    `SELECT ${columns} FROM audit_entries WHERE seq IN (SELECT seq FROM (${source.sql} ORDER BY seq DESC LIMIT :limit OFFSET :offset)) ORDER BY seq DESC`,
    { ...source.parameters, limit, offset: window.offset },
  )
  return { rows, total }
}

/** The moment of one entry; null where it is not there. */
export function auditTimeAt(db: ReadDb, seq: number): IsoInstant | null {
  return db.get<{ at: IsoInstant }>('SELECT at FROM audit_entries WHERE seq = :seq', { seq })?.at ?? null
}
