import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'

/** A shorter code is in too many words and numbers to be looked for. */
const SHORTEST_CODE = 4

/** Finds number plates and reference numbers as they are known, with whatever spaces, dots and hyphens between their signs. */
export function codeScanner(codes: readonly string[]): (text: FoldedText) => readonly Span[] {
  const patterns = [...new Set(codes.map((code) => fold(code).replace(/[^\p{L}\p{N}]/gu, '')))]
    .filter((code) => code.length >= SHORTEST_CODE)
    .toSorted((one, other) => other.length - one.length)
    .map((code) => [...code].map(literal).join(String.raw`[\s./-]{0,2}`))
  if (patterns.length === 0) return () => []
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`, 'gu')
  return (folded) => matches(folded, pattern)
}
