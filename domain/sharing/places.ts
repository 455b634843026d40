import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu
const OF_SCHOOLS = new Set(
  'school primary secondary high junior infant infants academy college nursery elementary middle preschool kindergarten sixth form university escuela colegio instituto guarderia ceip ies'.split(
    ' ',
  ),
)
const OF_COMPANIES = new Set('ltd limited inc llc llp plc company co corp corporation gmbh sl sa group and of the'.split(' '))

/** Finds the given schools and employers: the whole name, and its own part where that is telling by itself. */
export function placeScanner(places: readonly string[]): (text: FoldedText) => readonly Span[] {
  const layouts = [...new Set(places.map(fold))].flatMap(layoutsOf)
  if (layouts.length === 0) return () => []
  const pattern = new RegExp(layouts.toSorted((one, other) => other.length - one.length).join('|'), 'gu')
  return (folded) => matches(folded, pattern)
}

function layoutsOf(place: string): readonly string[] {
  const words = place.match(WORD) ?? []
  if (words.join('').length < 2) return []
  const isSchool = words.some((word) => OF_SCHOOLS.has(word))
  const own = words.filter((word) => !(isSchool ? OF_SCHOOLS : OF_COMPANIES).has(word))
  const layouts = [phrase(words)]
  if (own.length > 1 && own.length < words.length) layouts.push(phrase(own))
  const [only = ''] = own
  if (own.length === 1 && own.length < words.length) {
    // One word of a school is often the town's: `Harbourton Primary` is told, `Harbourton` is not.
    if (isSchool) layouts.push(`${phrase(own)}[\\s.,'s]{1,3}(?:${[...OF_SCHOOLS].join('|')})(?!\\p{L})`)
    else if (only.length > 3) layouts.push(phrase(own))
  }
  return layouts
}

function phrase(words: readonly string[]): string {
  const text = words.map((word) => literal(word).replaceAll("'", "'?")).join(String.raw`[^\p{L}\p{N}]{1,4}`)
  return String.raw`(?<![\p{L}\p{N}])${text}(?![\p{L}\p{N}])`
}
