import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'

const SHAPE = /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}]\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu

/** Finds e-mail addresses of any kind, and the given ones even where they do not look like one. Stretches of the folded text. */
export function mailScanner(known: readonly string[]): (text: FoldedText) => readonly Span[] {
  const texts = [...new Set(known.map((each) => fold(each).trim()).filter((each) => each.length >= 4))]
  const pattern = texts.length === 0 ? null : new RegExp(texts.map(literal).join('|'), 'gu')
  return (folded) => [...matches(folded, SHAPE), ...(pattern ? matches(folded, pattern) : [])]
}
