import { fillerWords } from './filler-words.ts'
import { headerPhrases } from './header-words.ts'
import { recordPhrases } from './record-words.ts'

type Phrase = { readonly words: readonly string[]; readonly token: string }

/** What speaks of the record goes first: there a word such as `interpreter` has a field, elsewhere it has none. */
const vocabulary = { ...recordPhrases, ...headerPhrases }

const phrases: readonly Phrase[] = Object.entries(vocabulary)
  .flatMap(([token, spellings]) => spellings.map((spelling) => ({ words: spelling.split(' '), token })))
  .toSorted((a, b) => b.words.length - a.words.length)
const longest = phrases[0]?.words.length ?? 1
const tokenBySpelling = new Map(phrases.toReversed().map(({ words, token }) => [words.join(' '), token]))

/** Canonical words that this house knows; any other token of a header is a word it has never met. */
export const knownTokens: ReadonlySet<string> = new Set(Object.keys(vocabulary))

const spelled: ReadonlySet<string> = new Set(phrases.flatMap(({ words }) => words))

function singular(word: string): string {
  if (spelled.has(word) || fillerWords.has(word) || !word.endsWith('s') || word.length < 4) return word
  const without = [word.replace(/ies$/u, 'y'), word.slice(0, -1), word.replace(/es$/u, '')]
  return without.find((candidate) => spelled.has(candidate)) ?? (word.endsWith('ss') ? word : word.slice(0, -1))
}

function wordsOf(header: string): string[] {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\b(?:yes|y|si)\s*[/|]\s*(?:no|n)\b/gu, ' ')
    .replace(/[’'`´]s\b/gu, '')
    .replace(/[’'`´]/gu, '')
    .replace(/\b(?:\p{L}\.)+\p{L}\b/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/\bd o b\b/gu, 'dob')
    .replace(/#/gu, ' number ')
    .replace(/n[º°]/gu, ' number ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .filter((word) => !fillerWords.has(word))
}

/** The canonical words of a column header, in order, without fillers: `No. of Children (under 18)` gives `number child`. */
export function headerTokens(header: string): readonly string[] {
  const words = wordsOf(header)
  const tokens: string[] = []
  let at = 0
  while (at < words.length) {
    const length = phraseLength(words, at)
    if (length > 0) {
      const token = tokenBySpelling.get(words.slice(at, at + length).join(' '))
      if (token !== undefined && !tokens.includes(token)) tokens.push(token)
      at += length
      continue
    }
    const word = words[at] ?? ''
    if (!tokens.includes(word)) tokens.push(word)
    at += 1
  }
  return tokens
}

function phraseLength(words: readonly string[], at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    if (tokenBySpelling.has(words.slice(at, at + length).join(' '))) return length
  }
  return 0
}
