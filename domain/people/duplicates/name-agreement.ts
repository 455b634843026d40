import { jaroWinkler } from '../name-likeness.ts'
import type { NameAgreement } from './evidence.ts'
import { formsOf, isKnownName, isShortForm } from './short-forms.ts'
import { soundOf } from './sound.ts'
import type { WordFrequency } from './word-frequency.ts'

type Relation = 'same' | 'shortForm' | 'spelling' | 'initial'

/** Two words of names: how they agree and what that weighs; null where they are two names. */
type WordMatch = { readonly relation: Relation; readonly bits: number }

export type NamesCompared = { readonly how: NameAgreement; readonly bits: number; readonly isCommon: boolean }

/** From this likeness on two words are taken for spellings of one. */
const SPELLING_FROM = 0.87
/** A word that so many people have is a name of its own and no slip for another, unless the other is had by fifty times as many. */
const ESTABLISHED = 3
const OF_ONE_SLIP = 50
const OF_ONE_KNOWN = 8
/** Bits below which names are had by so many that they alone say little. */
const COMMON_BELOW = 14

/** How alike the words of names are, remembered: the same few thousand words meet again and again. */
export function nameComparer({ bitsOf, countOf }: WordFrequency) {
  const remembered = new Map<string, WordMatch | null>()

  function compareWords(one: string, other: string): WordMatch | null {
    if (one === other) return { relation: 'same', bits: bitsOf(one) }
    const key = one < other ? `${one} ${other}` : `${other} ${one}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const made = matchOf(one, other)
    remembered.set(key, made)
    return made
  }

  function matchOf(one: string, other: string): WordMatch | null {
    const rarer = Math.max(bitsOf(one), bitsOf(other))
    const commoner = Math.min(bitsOf(one), bitsOf(other))
    if (isShortForm(one, other)) return { relation: 'shortForm', bits: commoner - 1.5 }
    if ((one.length === 1 || other.length === 1) && one[0] === other[0]) return { relation: 'initial', bits: 1 }
    const [fewer, more] = countOf(one) < countOf(other) ? [countOf(one), countOf(other)] : [countOf(other), countOf(one)]
    if (fewer >= ESTABLISHED && fewer * (isKnownName(one) === isKnownName(other) ? OF_ONE_SLIP : OF_ONE_KNOWN) > more) return null
    if (isSpelling(one, other)) return { relation: 'spelling', bits: (rarer + commoner) / 2 - 3 }
    return isSlipOfForm(one, other) || isSlipOfForm(other, one) ? { relation: 'spelling', bits: commoner - 3 } : null
  }

  /** The words of two names side by side: each with the best of the other's that is still free. Null where a first name speaks against it. */
  function compareNames(one: readonly string[], other: readonly string[]): NamesCompared | null {
    if (one.join('') === other.join(''))
      return together(
        one,
        one.map((word): WordMatch => ({ relation: 'same', bits: bitsOf(word) })),
        false,
        0,
      )
    const pairs = one
      .flatMap((word, index) => other.map((against, at) => ({ index, at, match: compareWords(word, against) })))
      .filter((pair): pair is typeof pair & { readonly match: WordMatch } => pair.match !== null)
      .toSorted((a, b) => b.match.bits - a.match.bits)
    const used = new Set<number>()
    const taken = new Set<number>()
    const chosen: typeof pairs = []
    for (const pair of pairs) {
      if (used.has(pair.index) || taken.has(pair.at)) continue
      used.add(pair.index)
      taken.add(pair.at)
      chosen.push(pair)
    }
    const left = one.map((_, index) => index).filter((index) => !used.has(index))
    const over = other.map((_, at) => at).filter((at) => !taken.has(at))
    const isOneWord = one.length === 1 || other.length === 1
    if (!isOneWord && left.length > 0 && over.length > 0) {
      // A first name that differs is another person: a brother, a twin. A last name may have changed with a marriage.
      if (left.includes(0) || over.includes(0)) return null
      if (chosen.length < 1) return null
    }
    const isTurned = chosen.some((a) => chosen.some((b) => a.index < b.index && a.at > b.at))
    const differing = Math.min(left.length, over.length)
    return together(
      one,
      chosen.map(({ match }) => match),
      isTurned,
      differing,
    )
  }

  function together(words: readonly string[], matches: readonly WordMatch[], isTurned: boolean, differing: number): NamesCompared | null {
    if (matches.length === 0) return null
    const sum = matches.reduce((bits, match) => bits + match.bits, 0)
    // One word alone is half a name.
    const bits = sum - (isTurned ? 1 : 0) - differing * 4 - (matches.length === 1 && words.length > 1 ? 1 : 0)
    const how: NameAgreement =
      differing > 0 || matches.some(({ relation }) => relation === 'initial')
        ? 'partly'
        : matches.some(({ relation }) => relation === 'spelling')
          ? 'spelling'
          : matches.some(({ relation }) => relation === 'shortForm')
            ? 'shortForm'
            : isTurned
              ? 'otherOrder'
              : 'same'
    return { how, bits, isCommon: sum < COMMON_BELOW }
  }

  return compareNames
}

/** True for two spellings of one word: alike by Jaro-Winkler, one slip apart, or alike to the ear. */
function isSpelling(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3) return one[0] === other[0] && isOneSlipApart(one, other)
  if (Math.abs(one.length - other.length) > 3) return false
  if (jaroWinkler(one, other) >= SPELLING_FROM) return true
  if (isOneSlipApart(one, other)) return true
  return one.length > 4 && other.length > 4 && soundOf(one) === soundOf(other)
}

/** `mtt` for a Matthew: a slip in one of his short forms. */
function isSlipOfForm(slip: string, name: string): boolean {
  return !isKnownName(slip) && formsOf(name).some((form) => form.length > 2 && isOneSlipApart(slip, form))
}

/** One letter more, less, other, or two beside each other changed. */
function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1
  const [rest, restLong] = [short.length - start - end, long.length - start - end]
  if (rest <= 1 && restLong <= 1) return true
  return rest === 2 && restLong === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
}
