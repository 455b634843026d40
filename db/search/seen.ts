import type { CaseState } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import { stateCondition } from '../case-page.ts'
import type { ReadDb, SqlParameters } from '../handles.ts'
import { searchDocuments } from '../migrations/0012-search.ts'
import { type Source, sources } from './sources.ts'

/** What narrows a search besides its words. */
export type Narrowing = {
  readonly agencyIds: readonly AgencyId[]
  readonly states: readonly CaseState[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** So many things of a table are counted. */
export const MOST_COUNTED = 1000
/** So many documents of a table are looked through where filters leave most of them out, the newest: a word that stands everywhere must not cost everything. */
const MOST_LOOKED_THROUGH = 30_000

const BLOCK = 2n ** 40n
const firstOf = ({ table }: Source): bigint => BigInt(searchDocuments[table].block) * BLOCK

/** The newest documents of a block that match, by their numbers within it. Whole numbers go in as such: the index takes no bound that is a fraction. */
const matching = (source: Source, most: number) => `(SELECT rowid - ${String(firstOf(source))} AS number FROM search_text
  WHERE search_text MATCH :match AND rowid BETWEEN ${String(firstOf(source))} AND ${String(firstOf(source) + BLOCK - 1n)}
  ORDER BY rowid DESC LIMIT ${String(most)}) d`

/** The sources that have a document which matches, seen or not. */
export function sourcesWith(db: ReadDb, match: string): readonly Source[] {
  const found: Source[] = []
  for (let index = 0; index < sources.length; index += 1) {
    const source = sources[index]
    if (!source) break
    // From the first block on that can have one: who begins a rare word asks two questions instead of thirteen.
    const next = db.get<{ document: number }>(
      `SELECT rowid AS document FROM search_text WHERE search_text MATCH :match AND rowid >= ${String(firstOf(source))} ORDER BY rowid LIMIT 1`,
      { match },
    )
    if (!next) break
    index = sources.findIndex((each) => BigInt(next.document) < firstOf(each) + BLOCK)
    const hit = sources[index]
    if (!hit) break
    found.push(hit)
  }
  return found
}

function conditions(source: Source, narrowing: Narrowing): { readonly sql: string; readonly parameters: SqlParameters } | null {
  const { agencyIds, states, from, to } = narrowing
  const parts: string[] = []
  if (agencyIds.length > 0) {
    if (source.agency === null) return null
    parts.push(`${source.agency} IN (${agencyIds.map(String).join(', ')})`)
  }
  if (states.length > 0) {
    if (!source.hasCase) return null
    parts.push(`(${states.map((state) => `(${stateCondition(state)})`).join(' OR ')})`)
  }
  if ((from !== null || to !== null) && source.on === null) return null
  if (from !== null) parts.push(`${source.on ?? ''} >= :from`)
  if (to !== null) parts.push(`${source.on ?? ''} <= :to`)
  return {
    sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`,
    parameters: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
  }
}

export type SeenDocuments = {
  readonly source: Source
  /** The things behind the documents that may be seen and fit, newest first; one may be there twice. */
  readonly documents: readonly { readonly number: number; readonly thing: number }[]
  /** True where older documents were not looked through. */
  readonly isCut: boolean
}

/** What of a source matches, may be seen and fits. */
export function seenDocuments(db: ReadDb, source: Source, match: string, narrowing: Narrowing): SeenDocuments {
  const narrowed = conditions(source, narrowing)
  if (!narrowed) return { source, documents: [], isCut: false }
  // Without a filter what falls out is what may not be seen: little, so that the next ones need not be looked at.
  const most = narrowed.sql === '' ? MOST_COUNTED : MOST_LOOKED_THROUGH
  const documents = db.all<{ number: number; thing: number }>(
    `SELECT d.number, ${source.thing} AS thing FROM ${matching(source, most)} ${source.joins} ${narrowed.sql} LIMIT ${String(MOST_COUNTED)}`,
    { match, ...narrowed.parameters },
  )
  const isFull = documents.length === MOST_COUNTED
  const looked = isFull ? 0 : (db.get<{ n: number }>(`SELECT count(*) AS n FROM ${matching(source, most + 1)}`, { match })?.n ?? 0)
  return { source, documents, isCut: isFull || looked > most }
}

/** True where a match leads to something that may be seen. */
export function isAnythingSeen(db: ReadDb, match: string): boolean {
  return sourcesWith(db, match).some(
    (source) => db.get(`SELECT 1 FROM ${matching(source, MOST_LOOKED_THROUGH)} ${source.joins} LIMIT 1`, { match }) !== undefined,
  )
}

export type FoundText = {
  readonly number: number
  readonly thing: number
  readonly title: string
  readonly text: string
  readonly on: IsoDate | null
  readonly caseId: CaseId | null
  readonly reference: string
  readonly isRestricted: number
  readonly victimName: string
  readonly perpetratorName: string
  readonly meetingId: MeetingId | null
  readonly entryKind: EntryKind | null
}

/** The words of documents of a source and where they belong, for showing. */
export function textsOf(db: ReadDb, source: Source, numbers: readonly number[]): readonly FoundText[] {
  const { thing, title, text, hasCase } = source
  const ofCase = hasCase
    ? `c.id AS caseId, c.reference, v.name AS victimName, o.name AS perpetratorName,
        EXISTS (SELECT 1 FROM case_restrictions x WHERE x.case_id = c.id) AS isRestricted`
    : `NULL AS caseId, '' AS reference, '' AS victimName, '' AS perpetratorName, 0 AS isRestricted`
  return db.all(
    `SELECT d.number, ${thing} AS thing, ${title} AS title, ${text} AS text, ${source.on ?? 'NULL'} AS "on", ${ofCase},
       ${source.meeting ?? 'NULL'} AS meetingId, ${source.entryKind ?? 'NULL'} AS entryKind
     FROM (SELECT value AS number FROM json_each(:numbers)) d ${source.joins}
     ${hasCase ? 'CROSS JOIN people v ON v.id = c.victim_id CROSS JOIN people o ON o.id = c.perpetrator_id' : ''}`,
    { numbers: JSON.stringify(numbers) },
  )
}
