import { type FoldedText, matches, type Span } from './folded-text.ts'

const BETWEEN = String.raw`[\s().\-/·_]{0,3}`
/** Figures with nothing else between them than what people put between the figures of one number. */
const RUN = new RegExp(String.raw`\d(?:${BETWEEN}\d)*`, 'gu')
/** `+44`, `0044`, `(0)`, `+1`, `00 34`: what may stand before the figures that are always written. */
const PREFIX = new RegExp(String.raw`(?:(?:\+|\b00)?${BETWEEN}(?<!\d)\d{1,3}${BETWEEN})?(?:\(?0\)?${BETWEEN})?\(?$`, 'u')
const SHORTEST = 5
const LOCAL = [8, 7, 6] as const

/** Finds the given telephone numbers however they are spaced, punctuated or prefixed. Stretches of the folded text. */
export function phoneScanner(phones: readonly string[]): (text: FoldedText) => readonly Span[] {
  const wanted = [...new Set(phones.flatMap(significantDigits))].flatMap(formsOf)
  return (folded) =>
    [...folded.text.matchAll(RUN)].flatMap((match) => {
      const run = figuresOf(match[0], match.index)
      return run.figures.length < SHORTEST ? [] : wanted.flatMap((form) => within(folded.text, run, form))
    })
}

type Form = { readonly figures: string; readonly standsAlone: boolean }
type Run = { readonly figures: string; readonly places: readonly number[] }

/** The whole number anywhere; short numbers and the part dialled locally only where nothing goes on before or after. */
function formsOf(figures: string): readonly Form[] {
  if (figures.length < 7)
    return [
      { figures, standsAlone: true },
      { figures: `0${figures}`, standsAlone: true },
    ]
  const local = LOCAL.filter((length) => length < figures.length - 1).map((length) => ({
    figures: figures.slice(-length),
    standsAlone: true,
  }))
  return [{ figures, standsAlone: false }, ...local]
}

function figuresOf(text: string, at: number): Run {
  const places = [...text.matchAll(/\d/g)].map((figure) => at + figure.index)
  return { figures: text.replace(/\D/g, ''), places }
}

function within(text: string, run: Run, form: Form): readonly Span[] {
  const spans: Span[] = []
  for (let at = run.figures.indexOf(form.figures); at >= 0; at = run.figures.indexOf(form.figures, at + 1)) {
    const start = run.places[at] ?? 0
    const end = (run.places[at + form.figures.length - 1] ?? 0) + 1
    const goesOn = /[\d-]/.test(text[start - 1] ?? ' ') || /[\d-]/.test(text[end] ?? ' ')
    if (form.standsAlone && goesOn) continue
    const lead = form.standsAlone ? 0 : (PREFIX.exec(text.slice(Math.max(0, start - 16), start))?.[0].length ?? 0)
    spans.push({ start: start - lead, end })
  }
  return spans
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
  return [...matches(folded, SHAPE), ...matches(folded, LABELLED)].filter(
    ({ start, end }) => !DATE_LIKE.test(folded.text.slice(start, end)),
  )
}
