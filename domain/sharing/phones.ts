import { type FoldedText, matches, type Span } from './folded-text.ts'

/** Whatever people put between the figures of one number, or a speech recogniser or a form does. */
const BETWEEN = String.raw`[^\p{L}\p{N}]{0,4}`
const PUNCTUATION = String.raw`[\s().\-/·_]{0,3}`
/** Figures with no word between them. */
const RUN = new RegExp(String.raw`\d(?:${BETWEEN}\d)*`, 'gu')
/** `+44`, `0044`, `(0)`, `+1`, `00 34`: what may stand before the figures that are always written. */
const PREFIX = new RegExp(String.raw`(?:(?:\+|\b00)?${PUNCTUATION}(?<!\d)\d{1,3}${PUNCTUATION})?(?:\(?0\)?${PUNCTUATION})?\(?$`, 'u')
const SHORTEST = 5
const LOCAL = [8, 7, 6] as const

/** Finds the given telephone numbers however they are spaced, punctuated or prefixed. Stretches of the folded text. */
export function phoneScanner(phones: readonly string[]): (text: FoldedText) => readonly Span[] {
  const wanted = [...new Set(phones.flatMap(significantDigits))].flatMap(formsOf)
  if (wanted.length === 0) return () => []
  return (folded) => {
    const text = withZeros(folded.text)
    const spans = [...text.matchAll(RUN)].flatMap((match) => {
      const run = figuresOf(match[0], match.index)
      return run.figures.length < SHORTEST ? [] : wanted.flatMap((form) => within(text, run, form))
    })
    return spans.map((span) => withExtension(span, text))
  }
}

/** The letter O that stands for a nought, among figures: `O7700 9OO123`. */
function withZeros(text: string): string {
  return text.replace(/(?<!\p{L})o{1,3}(?=\d)|(?<=\d)o{1,3}(?!\p{L})/gu, (letters) => '0'.repeat(letters.length))
}

const EXTENSION = /^[\s,;(]{0,3}(?:ext(?:ension|n)?\.?|x|#)\s?\d{1,6}(?!\d)\)?/u

function withExtension({ start, end }: Span, text: string): Span {
  return { start, end: end + (EXTENSION.exec(text.slice(end, end + 24))?.[0].length ?? 0) }
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

/** Five figures before a dash or stroke are the end of another number, not the head of a reference. */
const NOT_IN_A_REFERENCE = String.raw`(?<![\p{L}\p{N}])(?<!(?<!\d{4})[\p{L}\p{N}][-/._])`
const NOT_GOING_ON = String.raw`(?![\p{L}\p{N}]|[-/](?![0+(])[\p{N}])`
const S = String.raw`[\s.\-]?`
const SHAPES = [
  // International, from eight digits.
  String.raw`\+\s?\d(?:[\s().\-/]{0,2}\d){7,14}`,
  String.raw`00[\s\-]?[1-9]\d(?:[\s().\-/]{0,2}\d){7,12}`,
  // United Kingdom: a trunk zero and nine or ten digits.
  String.raw`\(?0${S}[1-9](?:[\s\-]{0,2}[()]?[\s\-]{0,2}\d){8,9}`,
  String.raw`0[1-9]\d{1,3}[./]\s?\d{3}[\s./-]?\d{3,4}`,
  String.raw`0[1-9]\d{3}[./]\s?\d{3}[\s./-]?\d{3}`,
  // North America.
  String.raw`(?:1${S})?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}${S})[2-9]\d{2}${S}\d{4}`,
  // Spain.
  String.raw`[6789]\d{2}(?:\s\d{3}\s\d{3}|(?:\s\d{2}){3}|\d{6})`,
  String.raw`9\d\s\d{3}\s\d{2}\s\d{2}`,
]
/** In one piece a British number is nothing else, whatever it is glued to. */
const ONE_PIECE = String.raw`(?<!\d)0[1-9]\d{8,9}(?!\d)`
const SHAPE = new RegExp(`${NOT_IN_A_REFERENCE}(?:${SHAPES.join('|')})${NOT_GOING_ON}|${ONE_PIECE}`, 'gu')

const LABEL = String.raw`(?:tel|telephone|phone|mobile|mob|cell|call|ring|text|whatsapp|sms|tlf|telefono|movil|llamar)`
const LABELLED = new RegExp(
  // A few words may stand between: `ring her mum on 960123`.
  String.raw`(?<=(?<!\p{L})${LABEL}(?!\p{L})[^\d.!?;\n]{0,25}[^\p{L}\d]|(?<!\p{L})${LABEL}[.:]\s?)\+?\(?\d(?:[\s().\-/]{0,2}\d){5,14}(?!\d)`,
  'gu',
)
const DATE_LIKE = /^(?:\d{4}[\s./-]\d{1,2}[\s./-]\d{1,2}|\d{1,2}[\s./-]\d{1,2}[\s./-](?:\d{4}|\d{2}))(?:[\s-]|$)/

/** Finds what has the shape of a telephone number, and numbers that the text itself calls one. References and dates are left alone. */
export function phoneShapes(folded: FoldedText): readonly Span[] {
  return [...matches(folded, SHAPE), ...matches(folded, LABELLED)]
    .filter(({ start, end }) => !DATE_LIKE.test(folded.text.slice(start, end)))
    .map((span) => withExtension(span, folded.text))
}
