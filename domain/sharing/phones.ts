import { type FoldedText, matches, type Span } from './folded-text.ts'

const BETWEEN = String.raw`[\s().\-/·_]{0,3}`
/** `+44`, `0044`, `(0)`, `+1`, `00 34`: what may stand before the digits that are always written. */
const PREFIX = String.raw`(?:(?:\+|\b00)?${BETWEEN}\d{1,3}${BETWEEN})?(?:\(?0\)?${BETWEEN})?`
const SHORTEST = 5
const LOCAL = [8, 7, 6] as const

/** Finds the given telephone numbers however they are spaced, punctuated or prefixed. Stretches of the folded text. */
export function phoneScanner(phones: readonly string[]): (text: FoldedText) => readonly Span[] {
  const layouts = [...new Set(phones.flatMap(significantDigits))].flatMap(layoutsOf)
  if (layouts.length === 0) return () => []
  const pattern = new RegExp(layouts.join('|'), 'gu')
  return (folded) => matches(folded, pattern)
}

/** The digits of each number in a field that are written however it is dialled: without `+`, country code and trunk zero. */
export function significantDigits(field: string): readonly string[] {
  const numbers = field.normalize('NFKC').split(/[,;|\n]|\p{L}{2,}|\s\/\s/u)
  return numbers
    .map((number) => number.replace(/\(0\)/g, '').replace(/(?<=\p{N})\s*(?:x|ext).*$/iu, ''))
    .map((number) => ({ international: /^\s*(?:\+|00)/.test(number), digits: number.replace(/\D/g, '') }))
    .map(({ international, digits }) => withoutPrefix(digits, international))
    .filter((digits) => digits.length >= SHORTEST)
}

function withoutPrefix(digits: string, international: boolean): string {
  const bare = digits.replace(/^0+/, '')
  if (bare.startsWith('44') && (international || bare.length === 12)) return bare.slice(2).replace(/^0/, '')
  if (bare.startsWith('1') && (international || bare.length === 11) && bare.length === 11) return bare.slice(1)
  if (bare.startsWith('34') && (international || bare.length === 11) && bare.length === 11) return bare.slice(2)
  return bare
}

function layoutsOf(digits: string): readonly string[] {
  const spread = (part: string) => [...part].join(BETWEEN)
  if (digits.length < 7) return [`(?<![\\d-])0?${spread(digits)}(?![\\d-])`]
  const local = LOCAL.filter((length) => length < digits.length - 1).map((length) => `(?<![\\d-])${spread(digits.slice(-length))}(?![\\d-])`)
  return [`${PREFIX}\\(?${spread(digits)}`, ...local]
}

const NOT_IN_A_REFERENCE = String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}][-/._])`
const NOT_GOING_ON = String.raw`(?![\p{L}\p{N}]|[-/][\p{N}])`
const S = String.raw`[\s.\-]?`
const SHAPES = [
  // International, from eight digits.
  String.raw`\+\s?\d(?:[\s().\-/]{0,2}\d){7,14}`,
  String.raw`00[\s\-]?[1-9]\d(?:[\s().\-/]{0,2}\d){7,12}`,
  // United Kingdom: a trunk zero and nine or ten digits.
  String.raw`\(?0${S}[1-9](?:[\s\-]{0,2}[()]?[\s\-]{0,2}\d){8,9}`,
  // North America.
  String.raw`(?:1${S})?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}${S})[2-9]\d{2}${S}\d{4}`,
  // Spain.
  String.raw`[6789]\d{2}(?:\s\d{3}\s\d{3}|(?:\s\d{2}){3}|\d{6})`,
]
const SHAPE = new RegExp(`${NOT_IN_A_REFERENCE}(?:${SHAPES.join('|')})${NOT_GOING_ON}`, 'gu')

const LABEL = String.raw`(?:tel|telephone|phone|mobile|mob|cell|call|ring|text|whatsapp|sms|tlf|telefono|movil|llamar)`
const LABELLED = new RegExp(
  String.raw`(?<=(?<!\p{L})${LABEL}[\s:.]*(?:(?:on|at|no|number|al|numero|is)[\s:.]+){0,2})\+?\(?\d(?:[\s().\-]{0,2}\d){5,14}(?!\d)`,
  'gu',
)
const DATE_LIKE = /^(?:\d{4}[\s./-]\d{1,2}[\s./-]\d{1,2}|\d{1,2}[\s./-]\d{1,2}[\s./-](?:\d{4}|\d{2}))(?:\s|$)/

/** Finds what has the shape of a telephone number, and numbers that the text itself calls one. References and dates are left alone. */
export function phoneShapes(folded: FoldedText): readonly Span[] {
  return [...matches(folded, SHAPE), ...matches(folded, LABELLED)].filter(({ start, end }) => !DATE_LIKE.test(folded.text.slice(start, end)))
}
