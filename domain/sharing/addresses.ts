import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'
import { kindsAfter, kindsBefore, plainKinds, writings } from './street-words.ts'

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu
const DESIGNATORS = new Set('flat apt apartment unit suite floor room no number piso puerta bajo block house c o'.split(' '))
const UK_POSTCODE = String.raw`[a-z]{1,2}\d[a-z\d]?[\s-]{0,2}\d[a-z]{2}`
const ZIP = String.raw`\d{5}(?:-\d{4})?`
const JOIN = String.raw`[\s.,/]{1,3}`
const NUMBER = String.raw`(?:(?:flat|apt|apartment|unit|no|number|#)?[.\s]{0,2}\d{1,5}\s?[a-z]?(?:[\s,/-]{1,3}))`
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
  const houses = segments
    .filter((words, index) => (first < 0 ? index === 0 : index < first) && namesAHouse(words))
    .map((words) => phrase(words))
  return [...codes.map(codeLayout), ...streets.flatMap((street) => (street === null ? [] : streetLayouts(street))), ...houses]
}

function codeLayout(code: string): string {
  const letters = code.replace(/[\s-]/g, '')
  if (/^\d{5}/.test(letters)) return String.raw`(?<![\d-])${letters.slice(0, 5)}(?:-\d{4})?(?![\d-])`
  return String.raw`(?<![\p{L}\p{N}])${letters.slice(0, -3)}[\s-]{0,2}${letters.slice(-3)}(?![\p{L}\p{N}])`
}

type Street = { readonly names: readonly (readonly string[])[]; readonly hasNumber: boolean }

/** The words of a street line without its numbers, and the same cut after the kind of street where a town may follow without a comma. */
function streetOf(words: readonly string[]): Street | null {
  const hasNumber = words.some((word) => /^\d+[a-z]?$/.test(word))
  const names = words.filter((word) => !/\d/.test(word) && !DESIGNATORS.has(word) && (word.length > 1 || kindsBefore.includes(word)))
  const kinds = names.flatMap((word, index) => (index > 0 && kindsAfter.includes(word) ? [index] : []))
  const isStreet = kinds.length > 0 || (names.length > 1 && kindsBefore.includes(names[0] ?? ''))
  if (names.length === 0 || !(hasNumber || isStreet)) return null
  return { names: [names, ...kinds.map((kind) => names.slice(0, kind + 1))], hasNumber }
}

function streetLayouts({ names, hasNumber }: Street): readonly string[] {
  return names.flatMap((words) => {
    const text = phrase(words)
    if (words.length > 1) return [`(?:${NUMBER}{1,3})?${text}${NUMBER_AFTER}?`]
    return hasNumber ? [`${NUMBER}${text}`, `${text}${NUMBER_AFTER}`] : []
  })
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
  return String.raw`(?<![\p{L}\p{N}])${words.map(word).join(JOIN)}(?![\p{L}\p{N}])`
}

const NAME_WORD = String.raw`[\p{L}'.-]{2,}`
const PLACE_WORD = String.raw`\p{Lu}[\p{L}'’.-]+`
/** Judged on the original's capitals: `2 officers walk` is no address and `2 Officers Walk` is one. */
const CAPITALISED = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])\d{1,5}[a-zA-Z]?,?\s+(?:${PLACE_WORD}\s+){1,4}?(?:${kindsAfter.map((kind) => (kind[0] ?? '').toUpperCase() + kind.slice(1)).join('|')})(?![\p{L}\p{N}])`,
  'gu',
)
const BODIES_OF_LAW =
  /\b(?:crown|magistrates'?|county|family|high|supreme|district|municipal|superior|circuit|appeal|criminal|civil|juvenile)\s+court$/
const NOT_A_NAME =
  /\s(?:to|the|of|at|by|in|on|for|and|or|a|an|days?|weeks?|months?|hours?|times?|minutes?|from|before|after|with|per|near|via)\s/
const LOWER_CASE = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])\d{1,5}[a-z]?,?\s+(?:${NAME_WORD}\s+){1,3}?(?:${plainKinds.join('|')})(?![\p{L}\p{N}])`,
  'gu',
)
const SPANISH = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:calle|c/|avenida|avda\.?|plaza|pza\.?|paseo|camino|carretera|ctra\.?|ronda|travesia|carrer)\s*(?:\p{L}+[\s.]+){0,5}?\p{L}+,?\s+(?:n[o.]{0,2}\s?)?\d{1,4}(?![\d/:])`,
  'gu',
)
const POSTCODE_SHAPE = new RegExp(String.raw`(?<![\p{L}\p{N}-])${UK_POSTCODE}(?![\p{L}\p{N}-])`, 'gu')
const PO_BOX = /(?<!\p{L})p\.?\s?o\.?\s?box\s*\d+/gu
const STATE_ZIP =
  /(?<!\p{L})(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc)[\s,.]{1,3}\d{5}(?:-\d{4})?(?!\d)/gu

/** Finds what has the shape of a street address, a UK postcode, a US state with ZIP code or a post-office box. */
export function addressShapes(folded: FoldedText): readonly Span[] {
  const original = (span: Span) => folded.original.slice(folded.starts[span.start], folded.ends[span.end - 1])
  const capitalised = matches(folded, LOWER_CASE_OF_CAPITALISED).filter((span) => new RegExp(CAPITALISED.source, 'u').test(original(span)))
  return [
    ...capitalised.filter(({ start, end }) => !BODIES_OF_LAW.test(folded.text.slice(start, end))),
    ...matches(folded, LOWER_CASE).filter(({ start, end }) => !NOT_A_NAME.test(folded.text.slice(start, end))),
    ...matches(folded, SPANISH),
    ...matches(folded, POSTCODE_SHAPE).filter((span) => isPostcode(original(span))),
    ...matches(folded, PO_BOX),
    ...matches(folded, STATE_ZIP),
  ]
}

const LOWER_CASE_OF_CAPITALISED = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])\d{1,5}[a-z]?,?\s+(?:[\p{L}'.-]{2,}\s+){1,4}?(?:${kindsAfter.join('|')})(?![\p{L}\p{N}])`,
  'gu',
)

/** Judged on the original's capitals: `room A1 2nd floor` and `a1 5pm` have the letters of a postcode. */
function isPostcode(text: string): boolean {
  if (/(?:am|pm)$/i.test(text)) return false
  return text === text.toUpperCase() || /(?<!st|nd|rd|th)(?<=\d[abd-hjlnp-uw-z]{2})$/i.test(text)
}
