import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'

const SHAPE = /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}]\s?@\s?[\p{L}\p{N}-]+(?:(?:\.|\s\.\s)[\p{L}\p{N}-]+)*(?:\.|\s\.\s)\p{L}{2,}/gu
/** As people write one to keep it from machines: `ana [at] mail (dot) org`, `ana arroba correo punto es`. */
const BRACKETED_AT = String.raw`\s?[[({]\s?(?:at|arroba|@)\s?[\])}]\s?`
const SPELLED_DOT = String.raw`(?:\s?[[({]\s?(?:dot|punto|\.)\s?[\])}]\s?|\s(?:dot|punto)\s)`
const LOCAL = String.raw`[\p{L}\p{N}._%+'-]*[\p{L}\p{N}]`
const SPELLED = new RegExp(
  [
    String.raw`${LOCAL}(?:${BRACKETED_AT}|\s(?:at|arroba)\s|\s?@\s?)(?:[\p{L}\p{N}-]+(?:\.|${SPELLED_DOT}))*[\p{L}\p{N}-]+${SPELLED_DOT}\p{L}{2,}`,
    String.raw`${LOCAL}${BRACKETED_AT}[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`,
  ].join('|'),
  'gu',
)
const HANDLE = /(?<![\p{L}\p{N}._%+'-])@[\p{L}\p{N}_](?:[\p{L}\p{N}._]*[\p{L}\p{N}_])/gu

/** Finds e-mail addresses of any kind, and the given ones even where they do not look like one. Stretches of the folded text. */
export function mailScanner(known: readonly string[]): (text: FoldedText) => readonly Span[] {
  const texts = [...new Set(known.map((each) => fold(each).trim()).filter((each) => each.length >= 4))]
  const pattern = texts.length === 0 ? null : new RegExp(texts.map(literal).join('|'), 'gu')
  return (folded) => [SHAPE, SPELLED, ...(pattern ? [pattern] : [])].flatMap((each) => matches(folded, each))
}

/** Finds what somebody is called on a social network: `@moonchild`. */
export function handles(folded: FoldedText): readonly Span[] {
  return matches(folded, HANDLE)
}
