import { nameKey } from '#domain/person.ts'
import type { Correction } from '#domain/search/hit.ts'
import type { Query, QueryNote, Term } from '#domain/search/query.ts'
import type { ReadDb } from '../handles.ts'
import { type Match, matchText, type Phrase, phrasesOf } from './match.ts'
import { isAnythingSeen } from './seen.ts'
import { breadthOf, frequentWords, oneSlipWords, twoSlipWords } from './vocabulary.ts'

/** A beginning that stands in more documents than this is looked for by its most frequent words. */
const BROADEST = 20_000
const MOST_FREQUENT = 20
const MOST_CORRECTIONS = 5
const SHORTEST_BEGINNING = 3

/** A query as the index is asked: what every term stands for, and what was looked for in place of words that stand nowhere. */
export type Resolved = {
  readonly match: Match
  /** The terms by which matches are told in a text. */
  readonly wanted: readonly Term[]
  readonly corrections: readonly Correction[]
  readonly notes: readonly QueryNote[]
}

type ResolvedTerm = { readonly phrases: readonly Phrase[]; readonly terms: readonly Term[]; readonly corrections: readonly Correction[] }

const isSeen = (db: ReadDb, phrases: readonly Phrase[]): boolean => {
  const match = matchText({ all: [phrases], none: [] })
  return match !== null && isAnythingSeen(db, match)
}

const termLike = (words: readonly string[], isPrefix: boolean): Term => ({ typed: words.join(' '), words, isPrefix, isQuoted: false })

/** A beginning that many words have, as those that stand most often. */
function narrowedPrefix(db: ReadDb, term: Term, notes: QueryNote[]): readonly Phrase[] {
  const last = nameKey(term.words.at(-1) ?? '')
  if (breadthOf(db, last) <= BROADEST) return phrasesOf(term)
  notes.push({ code: 'prefixTooBroad', word: term.typed })
  const before = term.words.slice(0, -1)
  return frequentWords(db, last, MOST_FREQUENT).map((word) => ({ words: [...before, word], isPrefix: false }))
}

/** What a word that nothing seen has is taken for: words that it begins, and words one slip away, or two. Nothing is told of words that only hidden things have. */
function instead(db: ReadDb, word: string): Correction | null {
  const seen = (words: readonly { readonly word: string }[]) =>
    words.filter((each) => isSeen(db, [{ words: [each.word], isPrefix: false }])).slice(0, MOST_CORRECTIONS)
  const key = nameKey(word)
  const isBeginning =
    [...key].length >= SHORTEST_BEGINNING && breadthOf(db, key) <= BROADEST && isSeen(db, [{ words: [key], isPrefix: true }])
  const near = seen(oneSlipWords(db, word).slice(0, 4 * MOST_CORRECTIONS)).map((each) => each.word)
  if (near.length > 0) return { typed: word, used: [...near, ...(isBeginning ? [`${key}*`] : [])], how: 'spelling' }
  if (isBeginning) return { typed: word, used: [`${key}*`], how: 'beginning' }
  const far = seen(twoSlipWords(db, word).slice(0, 4 * MOST_CORRECTIONS)).map((each) => each.word)
  return far.length > 0 ? { typed: word, used: far, how: 'spelling' } : null
}

function correctedTerm(db: ReadDb, term: Term): ResolvedTerm {
  const plain = { phrases: phrasesOf(term), terms: [term], corrections: [] }
  if (term.isQuoted || term.isPrefix || isSeen(db, plain.phrases)) return plain
  const corrections: Correction[] = []
  let choices: readonly (readonly string[])[] = [[]]
  let isPrefix = false
  for (const [index, word] of term.words.entries()) {
    const correction = isSeen(db, [{ words: [word], isPrefix: false }]) ? null : instead(db, word)
    if (correction) corrections.push(correction)
    // Within words that belong together a beginning is of no use but at the end.
    const isLast = index === term.words.length - 1
    const used = (correction?.used ?? [word]).filter((each) => isLast || !each.endsWith('*'))
    isPrefix ||= used.some((each) => each.endsWith('*'))
    choices = choices.flatMap((before) => used.map((each) => [...before, each])).slice(0, 4 * MOST_CORRECTIONS)
  }
  if (corrections.length === 0) return plain
  const terms = choices.map((words) =>
    termLike(
      words.map((word) => word.replace('*', '')),
      words.at(-1)?.endsWith('*') === true,
    ),
  )
  return { phrases: terms.map(({ words, isPrefix: begins }) => ({ words, isPrefix: begins })), terms, corrections }
}

/** Says what to ask the index for. `isExact`: what was typed and nothing like it. */
export function resolve(db: ReadDb, query: Query, isExact: boolean): Resolved {
  const notes: QueryNote[] = []
  const groups = query.all.map((group) =>
    group.map((term): ResolvedTerm => {
      if (term.isPrefix) return { phrases: narrowedPrefix(db, term, notes), terms: [term], corrections: [] }
      return isExact ? { phrases: phrasesOf(term), terms: [term], corrections: [] } : correctedTerm(db, term)
    }),
  )
  return {
    match: {
      all: groups.map((group) => group.flatMap(({ phrases }) => phrases)),
      none: query.none.flatMap((term) => (term.isPrefix ? narrowedPrefix(db, term, notes) : phrasesOf(term))),
    },
    wanted: groups.flat().flatMap(({ terms }) => terms),
    corrections: groups.flat().flatMap(({ corrections }) => corrections),
    notes,
  }
}

/** Words like those typed that stand far more often, for a search that found little. */
export function offersFor(
  db: ReadDb,
  query: Query,
  corrected: readonly Correction[],
): readonly { readonly typed: string; readonly word: string }[] {
  const words = query.all
    .flat()
    .filter(({ isQuoted, isPrefix }) => !isQuoted && !isPrefix)
    .flatMap(({ words: each }) => each)
    .filter((word) => !corrected.some(({ typed }) => typed === word))
  return [...new Set(words)].flatMap((typed) =>
    oneSlipWords(db, typed)
      .slice(0, MOST_CORRECTIONS)
      .filter(({ word }) => isSeen(db, [{ words: [word], isPrefix: false }]))
      .slice(0, 2)
      .map(({ word }) => ({ typed, word })),
  )
}
