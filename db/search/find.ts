import { agencyKey } from '#domain/agency.ts'
import type { AgencyId } from '#domain/ids.ts'
import { type KindCount, MOST_SHOWN, type SearchAsk, type SearchFound, type SearchHit, searchKinds } from '#domain/search/hit.ts'
import { type Query, type QueryNote, readQuery } from '#domain/search/query.ts'
import { worthOf } from '#domain/search/rank.ts'
import { snippetOf, type WordMatcher, wordMatcher } from '#domain/search/snippet.ts'
import type { ReadDb } from '../handles.ts'
import { matchText } from './match.ts'
import { offersFor, resolve } from './resolve.ts'
import { type FoundText, MOST_COUNTED, type Narrowing, type SeenDocuments, seenDocuments, sourcesWith, textsOf } from './seen.ts'
import { BETWEEN_FIELDS, type Source } from './sources.ts'

/** With every kind asked for, so many of each source are ranked; of one kind, all that can be shown. */
const RANKED_OF_EACH = 60
/** A search that finds no more than this offers words that find more. */
const FEW = 2

/** Agencies in whose name every typed word begins a word. */
function agenciesNamed(db: ReadDb, name: string): readonly AgencyId[] {
  const words = agencyKey(name).split(' ')
  return db
    .all<{ id: AgencyId; key: string }>('SELECT id, name_key AS key FROM agencies')
    .filter(({ key }) => words.every((word) => ` ${key}`.includes(` ${word}`)))
    .map(({ id }) => id)
}

function narrowingOf(db: ReadDb, ask: SearchAsk, query: Query): { readonly narrowing: Narrowing; readonly notes: readonly QueryNote[] } {
  const named = query.agencies.map((name) => ({ name, ids: agenciesNamed(db, name) }))
  const notes = named
    .filter(({ ids }) => ids.length === 0)
    .map(({ name }): QueryNote => ({ code: 'filterUnknown', field: 'agency', word: name }))
  return {
    narrowing: {
      agencyIds: ask.agencyId === null ? named.flatMap(({ ids }) => ids) : [ask.agencyId],
      states: ask.state === null ? query.states : [ask.state],
      from: ask.from ?? query.from,
      to: ask.to ?? query.to,
    },
    notes,
  }
}

const keyOf = ({ kind, source }: Source, thing: number): string => `${kind === 'meeting' ? source : kind}:${String(thing)}`

/** How many things of each kind were found. Beyond what is looked through the number is a round one, and says nothing of what is not seen. */
function countsOf(seen: readonly SeenDocuments[]): readonly KindCount[] {
  return searchKinds.map((kind) => {
    const ofKind = seen.filter(({ source }) => source.kind === kind)
    const things = new Set(ofKind.flatMap(({ source, documents }) => documents.map(({ thing }) => keyOf(source, thing))))
    const isMore = ofKind.some(({ isCut }) => isCut)
    return { kind, count: isMore ? Math.min(things.size, MOST_COUNTED) : things.size, isMore }
  })
}

/** The fields of a text that have something in them, told apart. */
function inOneLine(text: string): string {
  return text
    .split(BETWEEN_FIELDS)
    .map((field) => field.trim())
    .filter((field) => field !== '')
    .join(' · ')
}

function hitOf({ source, kind }: Source, found: FoundText, isMatch: WordMatcher): SearchHit {
  const { thing, title, text, on, caseId, reference, victimName, perpetratorName, meetingId, entryKind } = found
  const what = { kind, source, id: thing, caseId, reference, meetingId, entryKind, on }
  if (found.isRestricted === 1) {
    const isOfPerson = kind === 'person'
    return { ...what, isRestricted: true, victimName: '', perpetratorName: '', title: isOfPerson ? '' : title, snippet: [] }
  }
  return { ...what, isRestricted: false, victimName, perpetratorName, title, snippet: snippetOf(inOneLine(text), isMatch) }
}

type Ranked = { readonly source: Source; readonly found: FoundText; readonly worth: number }

/** The best first, of one worth the newest; what stands for the same thing once. */
function ranked(db: ReadDb, seen: readonly SeenDocuments[], isMatch: WordMatcher, ofEach: number): readonly Ranked[] {
  const all = seen.flatMap(({ source, documents }) =>
    textsOf(
      db,
      source,
      documents.slice(0, ofEach).map(({ number }) => number),
    ).map((found): Ranked => ({
      source,
      found,
      worth: worthOf(source.source, source.source === 'case' ? found.reference : found.title, isMatch),
    })),
  )
  const sorted = all.toSorted(
    (one, other) =>
      other.worth - one.worth || (other.found.on ?? '').localeCompare(one.found.on ?? '') || other.found.thing - one.found.thing,
  )
  const there = new Set<string>()
  return sorted.filter(({ source, found }) => {
    const key = keyOf(source, found.thing)
    if (there.has(key)) return false
    there.add(key)
    return true
  })
}

/** Looks through every word of the records. Anything may be typed: what cannot be read as meant is read as it can be, and said. */
export function search(db: ReadDb, ask: SearchAsk): SearchFound {
  const query = readQuery(ask.text)
  const { narrowing, notes } = narrowingOf(db, ask, query)
  const { match, wanted, corrections, notes: ofWords } = resolve(db, query, ask.isExact)
  const text = matchText(match)
  const kinds = ask.kinds.length > 0 ? ask.kinds : query.kinds
  const seen = text === null ? [] : sourcesWith(db, text).map((source) => seenDocuments(db, source, text, narrowing))
  const asked = seen.filter(({ source }) => kinds.length === 0 || kinds.includes(source.kind))
  const counts = countsOf(seen)
  const counted = counts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const isMatch = wordMatcher(wanted)
  const rows = ranked(db, asked, isMatch, kinds.length === 1 ? MOST_SHOWN : RANKED_OF_EACH)
  return {
    rows: rows.slice(ask.offset, ask.offset + ask.limit).map(({ source, found }) => hitOf(source, found, isMatch)),
    total,
    isMore: counted.some(({ isMore }) => isMore),
    counts,
    corrections,
    offers: ask.isExact || total > FEW ? [] : offersFor(db, query, corrections),
    notes: [...query.notes, ...notes, ...ofWords],
    typedFilters: query.kinds.length + query.states.length + query.agencies.length > 0 || query.from !== null || query.to !== null,
  }
}
