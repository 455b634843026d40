import type { Prepared } from './prepared.ts'

/** How rare a word of a name is among the people compared; a common name says little. */
export type WordFrequency = {
  /** Bits that two people with the same word have in common: 2 for one in four, 11 for one in two thousand, and no more than that. */
  readonly bitsOf: (word: string) => number
  /** In how many people's names the word is. */
  readonly countOf: (word: string) => number
}

const MOST_BITS = 11
/** A word never seen counts as one person's in a thousand; so many people's worth that is weighed against what the records say themselves. */
const UNSEEN = 1000

export function wordFrequency(people: readonly Prepared[]): WordFrequency {
  const counts = new Map<string, number>()
  for (const { names } of people) for (const word of new Set(names.flat())) counts.set(word, (counts.get(word) ?? 0) + 1)
  const countOf = (word: string) => counts.get(word) ?? 0
  const bits = new Map<string, number>()
  return {
    countOf,
    bitsOf: (word) => {
      const known = bits.get(word)
      if (known !== undefined) return known
      const share = (countOf(word) + 1) / (people.length + UNSEEN)
      const made = Math.min(MOST_BITS, -Math.log2(share))
      bits.set(word, made)
      return made
    },
  }
}
