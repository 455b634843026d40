import type { IsoDate } from '../dates.ts'
import { monthNamed, monthNames } from '../month-names.ts'
import { type FoldedText, matches, type Span } from './folded-text.ts'
import { dayInWords, yearInWords } from './number-words.ts'

const GAP = String.raw`[\s./\\,_-]{1,3}`
/** Between the parts of a date that is known: whatever people put there. */
const WIDE_GAP = String.raw`(?:[^\p{L}\p{N}]{1,5}|\s?[年月]\s?)`
const LOOSE_GAP = String.raw`[\s./\\,_-]{0,3}`
const ORDINAL = String.raw`(?:st|nd|rd|th|o|a|er)?`
const OF = String.raw`(?:of|de|del|the)?[\s.,]*`

const DAY = String.raw`\d{1,2}`
const ANY_MONTH = `(?:${monthNames
  .flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|')})`
const ANY_YEAR = String.raw`(?:\d{4}|'?\d{2})`
/** Each tried at every place a date could begin, so that a number before it hides nothing. Groups: the three parts, in the order named. */
const LAYOUTS: readonly { readonly pattern: RegExp; readonly orders: readonly (readonly [number, number, number])[] }[] = [
  // year, month and day are the first, second, third part ... in each order that is in use
  {
    pattern: located(String.raw`(\d{1,4})${WIDE_GAP}(\d{1,2})${WIDE_GAP}'?(\d{1,4})`),
    orders: [
      [0, 1, 2],
      [0, 2, 1],
      [2, 1, 0],
      [2, 0, 1],
    ],
  },
  { pattern: located(String.raw`(\d{4})(\d{2})(\d{2})`), orders: [[0, 1, 2]] },
  {
    pattern: located(String.raw`(\d{2})(\d{2})${LOOSE_GAP}(\d{4}|\d{2})`),
    orders: [
      [2, 1, 0],
      [2, 0, 1],
      [0, 1, 2],
    ],
  },
  { pattern: located(String.raw`(${DAY})${ORDINAL}${LOOSE_GAP}${OF}(${ANY_MONTH})${LOOSE_GAP}${OF}'?(\d{4}|\d{2})`), orders: [[2, 1, 0]] },
  { pattern: located(String.raw`(${ANY_MONTH})${LOOSE_GAP}(?:the\s+)?(${DAY})${ORDINAL}${GAP}${OF}'?(\d{4}|\d{2})`), orders: [[2, 0, 1]] },
  { pattern: located(String.raw`(\d{4}|\d{2})${LOOSE_GAP}(${ANY_MONTH})${LOOSE_GAP}(${DAY})`), orders: [[0, 1, 2]] },
]

function located(layout: string): RegExp {
  return new RegExp(String.raw`(?<!\d)(?=(${layout})(?!\d))`, 'gu')
}

/** Finds the given dates of birth in any usual layout: ISO, day or month first, two-digit years, month names, run together. */
export function birthDateScanner(dates: readonly IsoDate[]): (text: FoldedText) => readonly Span[] {
  // A date is known by its full year and by the last two figures of it.
  const known = new Set(dates.flatMap((date) => [date, date.slice(2)]))
  if (known.size === 0) return () => []
  const inWords = new RegExp(
    [...known]
      .filter((date) => date.length > 8)
      .flatMap(layoutsInWords)
      .join('|'),
    'gu',
  )
  return (folded) => [
    ...matches(folded, inWords),
    ...LAYOUTS.flatMap(({ pattern, orders }) =>
      [...folded.text.matchAll(pattern)]
        .filter(([, , ...parts]) => orders.some(([year, month, day]) => known.has(dateKey(parts[year], parts[month], parts[day]))))
        .map((match) => ({ start: match.index, end: match.index + (match[1] ?? '').length })),
    ),
  ]
}

/** `the fourth of March nineteen ninety`, `March the fourth, 1990`, `cuatro de marzo de mil novecientos noventa`. */
function layoutsInWords(date: string): readonly string[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const oneOf = (forms: readonly string[]) => `(?:${forms.map((form) => form.replaceAll(' ', String.raw`[\s-]{1,3}`)).join('|')})`
  const days = oneOf([...dayInWords(day), `0?${String(day)}${ORDINAL}`])
  const months = oneOf(monthNames[month - 1] ?? [])
  const years = oneOf([...yearInWords(year), String(year), `'?${date.slice(2, 4)}`])
  const of = String.raw`[\s.,-]{1,3}(?:(?:of|the|de|del)[\s.,-]{1,3})?`
  return [
    [days, months],
    [months, days],
  ].map((first) => String.raw`(?<![\p{L}\p{N}])${first.join(of)}${of}${years}(?![\p{L}\p{N}])`)
}

function dateKey(year = '', month = '', day = ''): string {
  const number = monthNamed(month)
  return `${year}-${twoFigures(number === null ? month : String(number))}-${twoFigures(day)}`
}

function twoFigures(figures: string): string {
  return figures.length === 1 ? `0${figures}` : figures
}

const ANY_DATE = [
  String.raw`\d{4}${GAP}${DAY}${GAP}${DAY}`,
  String.raw`${DAY}${GAP}${DAY}${GAP}${ANY_YEAR}`,
  String.raw`${DAY}${ORDINAL}${LOOSE_GAP}${OF}${ANY_MONTH}(?:${LOOSE_GAP}${OF}${ANY_YEAR}(?!\d))?`,
  String.raw`${ANY_MONTH}${GAP}${DAY}${ORDINAL}(?:${GAP}${ANY_YEAR}(?!\d))?`,
  String.raw`${ANY_MONTH}${GAP}\d{4}`,
  String.raw`\d{8}`,
  String.raw`\d{4}`,
  String.raw`${DAY}[./-]${DAY}`,
].join('|')
const BORN = String.raw`(?:d[./]?\s?o[./]?\s?b\.?|b\.|dates? of birth|birth ?dates?|birthdays?|born|f\.?\s?nac\.?|fechas? de nacimiento|nacid[oa]s?|cumpleanos)`
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
    String.raw`(?<!\p{L})${ANY_MONTH}${GAP}(?:of\s|de\s)?(?<year5>(?:19|20)\d{2})(?!\d)`,
  ].join('|'),
  'gu',
)
const YEARS_BACK = 10

/** Finds dates, and months of a year, ten years or more before the given one: no action falls due then, so it is most likely somebody's birth. */
export function longPastDates(folded: FoldedText, on: IsoDate): readonly Span[] {
  const before = Number(on.slice(0, 4)) - YEARS_BACK
  return [...folded.text.matchAll(FULL_YEAR_DATE)]
    .filter((match) => Number(Object.values(match.groups ?? {}).find((year) => year !== undefined)) <= before)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
