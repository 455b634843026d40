import type { IsoDate } from '../dates.ts'
import { type FoldedText, matches, type Span } from './folded-text.ts'

/** English and Spanish months, folded, long and short. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'set'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]

const GAP = String.raw`[\s./\\,_-]{1,3}`
const LOOSE_GAP = String.raw`[\s./\\,_-]{0,3}`
const ORDINAL = String.raw`(?:st|nd|rd|th|o|a|er)?`
const OF = String.raw`(?:of|de|del|the)?[\s.,]*`

/** Finds the given dates of birth in any usual layout: ISO, day or month first, two-digit years, month names, run together. */
export function birthDateScanner(dates: readonly IsoDate[]): (text: FoldedText) => readonly Span[] {
  const layouts = [...new Set(dates)].flatMap(layoutsOf)
  if (layouts.length === 0) return () => []
  const pattern = new RegExp(layouts.join('|'), 'gu')
  return (folded) => matches(folded, pattern)
}

const DAY = String.raw`\d{1,2}`
const ANY_MONTH = `(?:${MONTHS.flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|')})`
const ANY_YEAR = String.raw`(?:\d{4}|'?\d{2})`
const ANY_DATE = [
  String.raw`\d{4}${GAP}${DAY}${GAP}${DAY}`,
  String.raw`${DAY}${GAP}${DAY}${GAP}${ANY_YEAR}`,
  String.raw`${DAY}${ORDINAL}${LOOSE_GAP}${OF}${ANY_MONTH}(?:${LOOSE_GAP}${OF}${ANY_YEAR}(?!\d))?`,
  String.raw`${ANY_MONTH}${GAP}${DAY}${ORDINAL}(?:${GAP}${ANY_YEAR}(?!\d))?`,
  String.raw`${ANY_MONTH}${GAP}\d{4}`,
  String.raw`\d{8}`,
  String.raw`\d{4}`,
].join('|')
const BORN = String.raw`(?:d\.?\s?o\.?\s?b\.?|dates? of birth|birth ?dates?|birthdays?|born|f\.?\s?nac\.?|fechas? de nacimiento|nacid[oa]s?|cumpleanos)`
const LABELLED = new RegExp(
  String.raw`(?<=(?<!\p{L})${BORN}\s*(?:\(|:|=|-|,)?\s*(?:(?:is|was|in|on|el|en|es|the)\s+){0,2})(?<!\d)(?:${ANY_DATE})(?!\d)`,
  'gu',
)

/** Finds dates, whole or in part, that the text itself calls somebody's birth. */
export function labelledBirthDates(folded: FoldedText): readonly Span[] {
  return matches(folded, LABELLED)
}

const FULL_YEAR_DATE = new RegExp(
  [
    String.raw`(?<![\d-])(?<year1>(?:19|20)\d{2})${GAP}${DAY}${GAP}${DAY}(?![\d-])`,
    String.raw`(?<![\d-])${DAY}${GAP}${DAY}${GAP}(?<year2>(?:19|20)\d{2})(?![\d-])`,
    String.raw`(?<!\d)${DAY}${ORDINAL}${LOOSE_GAP}${OF}${ANY_MONTH}${LOOSE_GAP}${OF}(?<year3>(?:19|20)\d{2})(?!\d)`,
    String.raw`(?<!\p{L})${ANY_MONTH}${GAP}${DAY}${ORDINAL}${GAP}(?<year4>(?:19|20)\d{2})(?!\d)`,
  ].join('|'),
  'gu',
)
const YEARS_BACK = 10

/** Finds whole dates ten years or more before the given one: no action falls due then, so it is most likely somebody's birth. */
export function longPastDates(folded: FoldedText, on: IsoDate): readonly Span[] {
  const before = Number(on.slice(0, 4)) - YEARS_BACK
  return [...folded.text.matchAll(FULL_YEAR_DATE)]
    .filter((match) => Number(Object.values(match.groups ?? {}).find((year) => year !== undefined)) <= before)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function layoutsOf(date: IsoDate): readonly string[] {
  const [yyyy = '', mm = '', dd = ''] = date.split('-')
  const yy = yyyy.slice(2)
  const day = `0?${String(Number(dd))}`
  const month = `0?${String(Number(mm))}`
  const name = `(?:${(MONTHS[Number(mm) - 1] ?? []).toSorted((one, other) => other.length - one.length).join('|')})`
  const year = `(?:${yyyy}|'?${yy})`
  const numeric = [
    `${year}${GAP}${month}${GAP}${day}`,
    `${year}${GAP}${day}${GAP}${month}`,
    `${day}${GAP}${month}${GAP}${year}`,
    `${month}${GAP}${day}${GAP}${year}`,
    `${yyyy}${mm}${dd}`,
    `${dd}${mm}${yyyy}`,
    `${mm}${dd}${yyyy}`,
    `${dd}${mm}${yy}`,
    `${mm}${dd}${yy}`,
    `${yy}${mm}${dd}`,
  ]
  const worded = [
    `${day}${ORDINAL}${LOOSE_GAP}${OF}${name}${LOOSE_GAP}${OF}${year}`,
    `${name}${LOOSE_GAP}(?:the\\s+)?${day}${ORDINAL}${GAP}${OF}${year}`,
    `${year}${LOOSE_GAP}${name}${LOOSE_GAP}${day}`,
  ]
  return [...numeric, ...worded].map((layout) => `(?<!\\d)${layout}(?!\\d)`)
}
