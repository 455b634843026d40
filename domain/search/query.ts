import type { CaseState } from '../case.ts'
import { daysInMonth, IsoDate, isIsoDate } from '../dates.ts'
import { assertNever } from '../assert-never.ts'
import { fieldNamed, kindNamed, type QueryField, stateNamed } from './field-words.ts'
import type { SearchKind } from './hit.ts'
import { indexWords } from './words.ts'

/** What is looked for in one place: a word, the beginning of one, or words that follow one another. */
export type Term = {
  readonly typed: string
  readonly words: readonly string[]
  readonly isPrefix: boolean
  /** In quotation marks: as it is, nothing like it. */
  readonly isQuoted: boolean
}

/** How a query was read where that is not plain from what was typed. Nothing that is typed is an error. */
export type QueryNote =
  | { readonly code: 'quoteClosed' }
  | { readonly code: 'onlyExcluded' }
  | { readonly code: 'onlyFilters' }
  | { readonly code: 'tooManyWords'; readonly most: number }
  | { readonly code: 'prefixTooShort'; readonly word: string }
  | { readonly code: 'prefixTooBroad'; readonly word: string }
  | { readonly code: 'filterUnknown'; readonly field: QueryField; readonly word: string }

/** A query as it is understood: something of every group, and nothing of `none`. */
export type Query = {
  readonly all: readonly (readonly Term[])[]
  readonly none: readonly Term[]
  readonly kinds: readonly SearchKind[]
  readonly states: readonly CaseState[]
  readonly agencies: readonly string[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly notes: readonly QueryNote[]
}

export const MOST_WORDS = 24
const SHORTEST_PREFIX = 2

type Piece =
  | { readonly kind: 'term'; readonly text: string; readonly isQuoted: boolean; readonly isExcluded: boolean }
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string; readonly isExcluded: boolean }
  | { readonly kind: 'or' }
  | { readonly kind: 'not' }

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '”': '”' }
/** A piece of a query: spaces, an opening mark, or a run without either; a minus or `field:` may stand before it. */
const START = /^\s*(?<minus>-(?=[^\s-]))?(?:(?<field>\p{L}{2,12}):(?=\S))?(?<quote>["“”„«])?/u

function piecesOf(text: string): { readonly pieces: readonly Piece[]; readonly isClosed: boolean } {
  const pieces: Piece[] = []
  let rest = text
  let isClosed = false
  while (rest.trim() !== '') {
    const { minus, field: before, quote } = START.exec(rest)?.groups ?? {}
    const field = before === undefined ? null : fieldNamed(before)
    // What stands before a colon and names no filter is a word like any other.
    const isWordOnly = before !== undefined && field === null
    const head = isWordOnly ? /^\s*-?/.exec(rest) : START.exec(rest)
    rest = rest.slice(head?.[0].length ?? 0)
    const mark = isWordOnly ? undefined : quote
    const end = mark === undefined ? rest.search(/[\s"“”„«»]|$/u) : rest.indexOf(CLOSING[mark] ?? mark)
    const isOpen = mark !== undefined && end === -1
    isClosed ||= isOpen
    const content = isOpen ? rest : rest.slice(0, end)
    rest = isOpen ? '' : rest.slice(end + (mark === undefined ? 0 : 1))
    if (mark === undefined && content === '') {
      // A closing mark that nothing opened.
      rest = rest.slice(1)
      continue
    }
    if (field !== null) pieces.push({ kind: 'field', field, text: content, isExcluded: minus !== undefined })
    else if (mark === undefined && minus === undefined && (content === 'OR' || content === '|')) pieces.push({ kind: 'or' })
    else if (mark === undefined && minus === undefined && content === 'NOT') pieces.push({ kind: 'not' })
    else if (mark !== undefined || content !== 'AND')
      pieces.push({ kind: 'term', text: content, isQuoted: mark !== undefined, isExcluded: minus !== undefined })
  }
  return { pieces, isClosed }
}

function termOf({ text, isQuoted }: { readonly text: string; readonly isQuoted: boolean }): Term | null {
  const words = indexWords(text)
  if (words.length === 0) return null
  return { typed: text.trim().replace(/\*+$/u, ''), words, isPrefix: !isQuoted && /\*\s*$/u.test(text), isQuoted }
}

const DAY = /^(?<one>\d{1,2})(?<mark>[/.-])(?<other>\d{1,2})\k<mark>(?<year>\d{4})$/

/** A day as it is written in letters and forms, `23/3/1983` or `23.03.1983`, as the records hold days; both where day and month could be either. */
function daysMeant({ text, isQuoted }: { readonly text: string; readonly isQuoted: boolean }): readonly Term[] {
  const { one = '', other = '', year = '' } = isQuoted ? {} : (DAY.exec(text.trim())?.groups ?? {})
  const [first, second] = [one.padStart(2, '0'), other.padStart(2, '0')]
  const days = new Set([`${year}-${second}-${first}`, `${year}-${first}-${second}`])
  return [...days].filter(isIsoDate).map((day) => ({ typed: day, words: indexWords(day), isPrefix: false, isQuoted: true }))
}

/** A telephone number without its spaces, as the records may hold it: in two or three groups of three digits at least. */
function groupsMeant({ text, isQuoted }: { readonly text: string; readonly isQuoted: boolean }): readonly Term[] {
  const digits = text.trim().replace(/^\+/, '')
  if (isQuoted || !/^\d{7,15}$/.test(digits)) return []
  const cuts = Array.from({ length: Math.max(0, digits.length - 5) }, (_, index) => index + 3)
  const inTwo = cuts.map((cut) => [digits.slice(0, cut), digits.slice(cut)])
  const inThree = cuts.flatMap((cut) =>
    cuts.filter((next) => next >= cut + 3).map((next) => [digits.slice(0, cut), digits.slice(cut, next), digits.slice(next)]),
  )
  return [...inTwo, ...inThree].map((words) => ({ typed: words.join(' '), words, isPrefix: false, isQuoted: true }))
}

/** `2026`, `2026-03` and `2026-03-09`: the first or the last day that is meant. */
function dayTyped(text: string, end: 'first' | 'last'): IsoDate | null {
  const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text.trim())
  if (!parts) return null
  const month = Number(parts[2] ?? (end === 'first' ? 1 : 12))
  if (month < 1 || month > 12) return null
  const day = Number(parts[3] ?? (end === 'first' ? 1 : daysInMonth(Number(parts[1]), month)))
  const date = `${parts[1] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDate(date) ? IsoDate.parse(date) : null
}

type Filters = Pick<Query, 'kinds' | 'states' | 'agencies' | 'from' | 'to'>

/** Narrows by one typed filter; null where its word is none that is known. */
function narrowed(filters: Filters, field: QueryField, text: string): Filters | null {
  switch (field) {
    case 'kind': {
      const kind = kindNamed(text)
      return kind && { ...filters, kinds: [...filters.kinds, kind] }
    }
    case 'state': {
      const state = stateNamed(text)
      return state && { ...filters, states: [...filters.states, state] }
    }
    case 'agency':
      return indexWords(text).length === 0 ? null : { ...filters, agencies: [...filters.agencies, text.trim()] }
    case 'from': {
      const from = dayTyped(text, 'first')
      return from && { ...filters, from }
    }
    case 'to': {
      const to = dayTyped(text, 'last')
      return to && { ...filters, to }
    }
    default:
      return assertNever(field)
  }
}

/**
 * Reads a query. Words are all to be there; `"these words"` follow one another; `one OR other`; `-word` and `NOT word` must not be there; `begin*` is the
 * beginning of a word; `kind:`, `agency:`, `from:`, `to:` and `state:` narrow. Whatever is malformed is read as what it most likely means, with a note.
 */
export function readQuery(text: string): Query {
  const { pieces, isClosed } = piecesOf(text)
  const notes: QueryNote[] = isClosed ? [{ code: 'quoteClosed' }] : []
  const all: Term[][] = []
  const none: Term[] = []
  let filters: Filters = { kinds: [], states: [], agencies: [], from: null, to: null }
  let joins: 'and' | 'or' = 'and'
  let isNext: 'wanted' | 'excluded' = 'wanted'
  let count = 0
  for (const piece of pieces) {
    if (piece.kind === 'or') joins = 'or'
    else if (piece.kind === 'not') isNext = 'excluded'
    else if (piece.kind === 'field') {
      // A filter narrows to something; there is none that leaves something out.
      const next = piece.isExcluded ? null : narrowed(filters, piece.field, piece.text)
      if (next) filters = next
      else notes.push({ code: 'filterUnknown', field: piece.field, word: piece.text.trim() })
    } else {
      const read = termOf(piece)
      if (!read) continue
      count += read.words.length
      if (count > MOST_WORDS) {
        notes.push({ code: 'tooManyWords', most: MOST_WORDS })
        break
      }
      const term = shortened(read, notes)
      const last = all.at(-1)
      const alternatives = [term, ...daysMeant(piece), ...groupsMeant(piece)]
      if (piece.isExcluded || isNext === 'excluded') none.push(...alternatives)
      else if (joins === 'or' && last) last.push(...alternatives)
      else all.push(alternatives)
      joins = 'and'
      isNext = 'wanted'
    }
  }
  if (all.length === 0 && none.length > 0) notes.push({ code: 'onlyExcluded' })
  else if (all.length === 0 && pieces.length > 0 && notes.length === 0) notes.push({ code: 'onlyFilters' })
  return { all, none, ...filters, notes }
}

/** One letter with an asterisk begins half of all words: it is looked for as a word. */
function shortened(term: Term, notes: QueryNote[]): Term {
  if (!term.isPrefix || (term.words.at(-1)?.length ?? 0) >= SHORTEST_PREFIX) return term
  notes.push({ code: 'prefixTooShort', word: term.typed })
  return { ...term, isPrefix: false }
}
