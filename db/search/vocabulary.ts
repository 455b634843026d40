import { nameKey } from '#domain/person.ts'
import { mayBeMisspelt, oneSlipAway, SHORTEST_TWICE_MISSPELT, slipsBetween } from '#domain/search/near-words.ts'
import type { ReadDb } from '../handles.ts'

type Known = { readonly word: string; readonly documents: number }

/** Beyond every letter. */
const BEYOND = String.fromCodePoint(0x10_ffff)

/** How many documents words with a beginning stand in, each word counted for itself. */
export function breadthOf(db: ReadDb, beginning: string): number {
  return (
    db.get<{ n: number | null }>('SELECT sum(doc) AS n FROM search_words WHERE term >= :first AND term < :beyond', {
      first: beginning,
      beyond: `${beginning}${BEYOND}`,
    })?.n ?? 0
  )
}

/** The most frequent words with a beginning. */
export function frequentWords(db: ReadDb, beginning: string, most: number): readonly string[] {
  return db
    .all<{ word: string }>('SELECT term AS word FROM search_words WHERE term >= :first AND term < :beyond ORDER BY doc DESC LIMIT :most', {
      first: beginning,
      beyond: `${beginning}${BEYOND}`,
      most,
    })
    .map(({ word }) => word)
}

function known(db: ReadDb, words: readonly string[]): readonly Known[] {
  return db.all<Known>('SELECT term AS word, doc AS documents FROM search_words WHERE term IN (SELECT value FROM json_each(:words))', {
    words: JSON.stringify(words),
  })
}

/** Words that share their first two letters with a text, as they stand or swapped: two slips are seldom both at the beginning. */
function sameBeginning(db: ReadDb, word: string): readonly Known[] {
  const [first = '', second = ''] = word
  return [...new Set([first + second, second + first])].flatMap((beginning) =>
    db.all<Known>('SELECT term AS word, doc AS documents FROM search_words WHERE term >= :first AND term < :beyond', {
      first: beginning,
      beyond: `${beginning}${BEYOND}`,
    }),
  )
}

const frequentFirst = (words: readonly Known[]): readonly Known[] => words.toSorted((one, other) => other.documents - one.documents)

/** Words of the store that are one slip from a word, the frequent ones first; none for what cannot be misspelt. Whether they may be told is for the caller. */
export function oneSlipWords(db: ReadDb, word: string): readonly Known[] {
  const key = nameKey(word)
  return mayBeMisspelt(key) ? frequentFirst(known(db, oneSlipAway(key))) : []
}

/** The same, two slips from a long word. */
export function twoSlipWords(db: ReadDb, word: string): readonly Known[] {
  const key = nameKey(word)
  if (!mayBeMisspelt(key) || [...key].length < SHORTEST_TWICE_MISSPELT) return []
  return frequentFirst(sameBeginning(db, key).filter((each) => slipsBetween(key, each.word, 2) <= 2))
}
