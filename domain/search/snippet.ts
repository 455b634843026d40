import { nameKey } from '../person.ts'
import type { Term } from './query.ts'
import { placedWords } from './words.ts'

/** A stretch of a found text, as plain text. */
export type SnippetPart = { readonly text: string; readonly isMatch: boolean }

/** Whether a word, folded, is one of those looked for. */
export type WordMatcher = (word: string) => boolean

/** Tells the words that terms look for. */
export function wordMatcher(terms: readonly Term[]): WordMatcher {
  const whole = new Set<string>()
  const beginnings: string[] = []
  for (const { words, isPrefix, typed } of terms) {
    const keys = words.map(nameKey)
    keys.forEach((key, index) => (isPrefix && index === keys.length - 1 ? beginnings.push(key) : whole.add(key)))
    if (!isPrefix) whole.add(nameKey(typed))
  }
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}

const LONGEST = 180
const BEFORE = 50

/**
 * The part of a text round its first match, matches told apart. A text without any is shown from its beginning. Ellipses say where it was cut.
 */
export function snippetOf(text: string, isMatch: WordMatcher): readonly SnippetPart[] {
  const clean = text.replace(/\s+/gu, ' ').trim()
  const placed = placedWords(clean)
  const matched = placed.filter(({ word }) => isMatch(word))
  const first = matched[0]?.start ?? 0
  const start = first <= BEFORE || clean.length <= LONGEST ? 0 : (placed.find(({ start: at }) => at >= first - BEFORE)?.start ?? first)
  const end = clean.length - start <= LONGEST ? clean.length : lastWordEnd(placed, start + LONGEST)
  const parts: { text: string; isMatch: boolean }[] = []
  const push = (piece: string, isOfMatch: boolean): void => {
    if (piece === '') return
    const last = parts.at(-1)
    if (last && last.isMatch === isOfMatch) last.text += piece
    else parts.push({ text: piece, isMatch: isOfMatch })
  }
  push(start > 0 ? '… ' : '', false)
  let at = start
  for (const { start: from, end: to } of matched) {
    if (from < at || to > end) continue
    push(clean.slice(at, from), false)
    push(clean.slice(from, to), true)
    at = to
  }
  push(clean.slice(at, end), false)
  push(end < clean.length ? ' …' : '', false)
  return parts
}

function lastWordEnd(placed: readonly { readonly end: number }[], limit: number): number {
  return placed.findLast(({ end }) => end <= limit)?.end ?? limit
}
