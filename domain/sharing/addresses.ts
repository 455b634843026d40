import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'
import { directions, kindsAfter, kindsBefore, plainKinds, writings } from './street-words.ts'

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu
const DESIGNATORS = new Set('flat apt apartment unit suite floor room no number piso puerta bajo block house c o'.split(' '))
const UK_POSTCODE = String.raw`[a-z]{1,2}\d[a-z\d]?[\s-]{0,2}\d[a-z]{2}`
const ZIP = String.raw`\d{5}(?:-\d{4})?`
/** Also nothing or a hyphen: `LarkspurStreet`, `rose-cottage`. */
const JOIN = String.raw`[^\p{L}\p{N}]{0,3}`
const NUMBER = String.raw`(?:(?:flat|apt|apartment|unit|no|number|#)?[.\s]{0,2}\d{1,5}\s?[a-z]?(?:[\s,/-]{0,3}))`
const DIRECTION = String.raw`(?:(?:${directions.join('|')})(?![\p{L}\p{N}])[\s.]{1,2})?`
const ORDINAL = /^\d+(?:st|nd|rd|th)$/
const NUMBER_AFTER = String.raw`(?:[\s,.]{1,3}(?:n[o.]{0,2}\s?)?\d{1,5}(?![\d/:.-]*\d)[a-z]?\b)`

/** Finds the given addresses: street with or without the number, named houses, postcodes. A town alone says little and stays. */
export function addressScanner(addresses: readonly string[]): (text: FoldedText) => readonly Span[] {
  const layouts = [...new Set(addresses.map(fold))].flatMap(layoutsOf)
  if (layouts.length === 0) return () => []
  const pattern = new RegExp([...new Set(layouts)].toSorted((one, other) => other.length - one.length).join('|'), 'gu')
  return (folded) => matches(folded, pattern)
}

function layoutsOf(address: string): readonly string[] {
  const codes = [...address.matchAll(new RegExp(`\\b(?:${UK_POSTCODE}|(?<!^)${ZIP})\\b`, 'gu'))].map((match) => match[0])
  const rest = codes.reduce((text, code) => text.replace(code, ' , '), address)
  const segments = rest
    .split(/[,;\n|]/)
    .map((segment) => (segment.match(WORD) ?? []).filter((word) => word !== ''))
    .filter((words) => words.length > 0)
  const streets = segments.map(streetOf)
  const first = streets.findIndex((street) => street !== null)
  // `Unit 4, The Old Brewery, Harbourton`: what names something first is the house.
  const named = segments.findIndex(namesAHouse)
  const houses = segments
    .filter((words, index) => (first < 0 ? index === named : index < first) && namesAHouse(words))
    .map((words) => phrase(words[0] === 'the' && words.length > 2 ? words.slice(1) : words))
  return [...codes.map(codeLayout), ...streets.flatMap((street) => (street === null ? [] : streetLayouts(street))), ...houses]
}

function codeLayout(code: string): string {
  const letters = code.replace(/[\s-]/g, '')
  if (/^\d{5}/.test(letters)) return String.raw`(?<![\d-])${letters.slice(0, 5)}(?:-\d{4})?(?![\d-])`
  return String.raw`(?<![\p{L}\p{N}])${letters.slice(0, -3)}[\s.-]{0,2}${letters.slice(-3)}(?![\p{L}\p{N}])`
}

type Street = {
  readonly names: readonly (readonly string[])[]
  /** The names without their kind of street, and the number that then stands before them: `14 Larkspur`. */
  readonly bare: readonly string[]
  readonly numbers: readonly string[]
}

/**
 * The words of a street line without its numbers, the same cut after the kind of street where a town may follow without a comma, and the kind with
 * the one word before it.
 */
function streetOf(words: readonly string[]): Street | null {
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word))
  const names = words.filter((word, index) => isStreetName(word, index, words))
  const kinds = names.flatMap((word, index) => (index > 0 && kindsAfter.includes(word) ? [index] : []))
  const isStreet = kinds.length > 0 || (names.length > 1 && kindsBefore.includes(names[0] ?? ''))
  if (names.length === 0 || !(numbers.length > 0 || isStreet)) return null
  const cut = kinds.flatMap((kind) => [names.slice(0, kind + 1), names.slice(kind - 1, kind + 1)])
  return { names: [names, ...cut], bare: names.slice(0, kinds[0] ?? 0), numbers }
}

function isStreetName(word: string, index: number, words: readonly string[]): boolean {
  if (ORDINAL.test(word)) return true
  if (/\d/.test(word) || DESIGNATORS.has(word)) return false
  if (directions.includes(word) && index < words.length - 1 && word.length < 3) return false
  return word.length > 1 || kindsBefore.includes(word)
}

function streetLayouts({ names, bare, numbers }: Street): readonly string[] {
  const whole = names.flatMap((words) => {
    const text = phrase(words)
    if (words.length > 1) return [`(?:${NUMBER}{1,3}${DIRECTION})?${text}${NUMBER_AFTER}?`]
    return numbers.length > 0 ? [`${NUMBER}${text}`, `${text}${NUMBER_AFTER}`] : []
  })
  const isTelling = bare.join('').length > 3
  return [
    ...whole,
    ...(isTelling ? numbers.map((number) => String.raw`(?<![\p{L}\p{N}])${number}[\s,]{1,3}${DIRECTION}${phrase(bare)}`) : []),
  ]
}

function namesAHouse(words: readonly string[]): boolean {
  return (
    words.filter((word) => word === 'house' || !DESIGNATORS.has(word)).length > 1 &&
    words.some((word) => word.length > 3 && !/\d/.test(word))
  )
}

function phrase(words: readonly string[]): string {
  const word = (text: string) =>
    `(?:${writings(text)
      .map((form) => literal(form).replaceAll("'", "'?"))
      .join('|')})`
  return String.raw`(?<!\p{L})${words.map(word).join(JOIN)}(?![\p{L}\p{N}])`
}

const NAME_WORD = String.raw`[\p{L}'.-]{2,}`
const PLACE_WORD = String.raw`\p{Lu}[\p{L}'’.-]+`
/** `14`, `14a`, `12-14`, `12/14`. */
const HOUSE = String.raw`(?<![\p{L}\p{N}/.-])\d{1,5}[a-zA-Z]?(?:[-/]\d{1,5}[a-zA-Z]?)?,?\s+`
const STREET_ORDINAL = String.raw`\d{1,3}(?:st|nd|rd|th)\s+`
/** Judged on the original's capitals: `2 officers walk` is no address and `2 Officers Walk` is one. */
const CAPITALISED = new RegExp(
  String.raw`${HOUSE}(?:[NSEW]{1,2}\.?\s+)?(?:(?:${PLACE_WORD}\s+){1,4}?|${STREET_ORDINAL})(?:${kindsAfter.map((kind) => (kind[0] ?? '').toUpperCase() + kind.slice(1)).join('|')})(?![\p{L}\p{N}])`,
  'gu',
)
const BODIES_OF_LAW =
  /\b(?:crown|magistrates'?|county|family|high|supreme|district|municipal|superior|circuit|appeal|criminal|civil|juvenile)\s+court$/
const NOT_A_NAME =
  /\s(?:to|the|of|at|by|in|on|for|and|or|a|an|days?|weeks?|months?|hours?|times?|minutes?|from|before|after|with|per|near|via)\s/
const LOWER_CASE = new RegExp(
  String.raw`${HOUSE}${DIRECTION}(?:(?:${NAME_WORD}\s+){1,3}?|${STREET_ORDINAL})(?:${plainKinds.join('|')})(?![\p{L}\p{N}])`,
  'gu',
)
const SPANISH = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:calle|c/|avenida|avda\.?|plaza|pza\.?|pl\.|paseo|camino|carretera|ctra\.?|ronda|travesia|carrer)\s*(?:\p{L}+[\s.]+){0,5}?\p{L}+,?\s+(?:n[o.]{0,2}\s?)?\d{1,4}(?![\d/:])`,
  'gu',
)
const POSTCODE_SHAPE = new RegExp(String.raw`(?<![\p{L}\p{N}-])${UK_POSTCODE}(?![\p{L}\p{N}-])`, 'gu')
const CANADIAN_CODE = /(?<![\p{L}\p{N}-])[a-z]\d[a-z]\s?\d[a-z]\d(?![\p{L}\p{N}-])/gu
const COORDINATES = /(?<![\d.])-?\d{1,3}\.\d{4,}\s?[,;/]?\s?-?\d{1,3}\.\d{4,}(?!\d)/gu
const PO_BOX = /(?<!\p{L})p\.?\s?o\.?\s?box\s*\d+/gu
const STATE_ZIP =
  /(?<!\p{L})(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc)[\s,.]{1,3}\d{5}(?:-\d{4})?(?!\d)/gu

/** `or 12345` is no town in Oregon. */
const STATE_THAT_IS_A_WORD = /^(?:al|co|de|hi|id|in|la|ma|me|oh|ok|or|pa)[\s,.]/u

/** Finds what has the shape of a street address, a British or Canadian postcode, a US state with ZIP code, a post-office box or coordinates. */
export function addressShapes(folded: FoldedText): readonly Span[] {
  const original = (span: Span) => folded.original.slice(folded.starts[span.start], folded.ends[span.end - 1])
  const capitalised = matches(folded, LOWER_CASE_OF_CAPITALISED).filter((span) => new RegExp(CAPITALISED.source, 'u').test(original(span)))
  return [
    ...capitalised.filter(({ start, end }) => !BODIES_OF_LAW.test(folded.text.slice(start, end))),
    ...matches(folded, LOWER_CASE).filter(({ start, end }) => !NOT_A_NAME.test(folded.text.slice(start, end))),
    ...matches(folded, SPANISH),
    ...matches(folded, POSTCODE_SHAPE).filter((span) => isPostcode(original(span))),
    ...matches(folded, CANADIAN_CODE).filter((span) => original(span) === original(span)?.toUpperCase()),
    ...matches(folded, COORDINATES),
    ...matches(folded, PO_BOX),
    ...matches(folded, STATE_ZIP).filter((span) => !STATE_THAT_IS_A_WORD.test(original(span) ?? '')),
  ]
}

const LOWER_CASE_OF_CAPITALISED = new RegExp(
  String.raw`${HOUSE}${DIRECTION}(?:(?:[\p{L}'.-]{2,}\s+){1,4}?|${STREET_ORDINAL})(?:${kindsAfter.join('|')})(?![\p{L}\p{N}])`,
  'gu',
)

/** Judged on the original's capitals: `room A1 2nd floor` and `a1 5pm` have the letters of a postcode. */
function isPostcode(text: string): boolean {
  if (/(?:am|pm)$/i.test(text)) return false
  return text === text.toUpperCase() || /(?<!st|nd|rd|th)(?<=\d[abd-hjlnp-uw-z]{2})$/i.test(text)
}
