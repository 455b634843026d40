import { addMonths, type IsoDate } from '../dates.ts'
import { nameKey } from '../person.ts'
import type { DayOrder } from './day-order.ts'
import { oneLine, plainText, saysNothing, saysUnknown } from './plain-text.ts'
import { readDate } from './read-date.ts'
import type { RowProblem, RowProblemCode } from './row-problem.ts'

export type NameRead =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'refused'; readonly code: RowProblemCode; readonly expected?: RowProblem['expected'] }

const longestName = 160
const [leastAge, mostAge] = [10, 110]

/** One person's name, from a whole name or its parts. Somebody unknown, several people, a formula or a bare number are refused. */
export function readName(whole: string, first: string, last: string): NameRead {
  const written = [whole, first, last].map(oneLine)
  if (written.every((part) => part === '')) return { kind: 'refused', code: 'required' }
  if (namesSeveral(plainText(whole))) return { kind: 'refused', code: 'severalPeople' }
  const [wholeName = '', firstName = '', lastName = ''] = written.map((part) => (saysNothing(part) || saysUnknown(part) ? '' : part))
  const name =
    wholeName === '' ? [firstName, lastName].filter((part) => part !== '').join(' ') : withLastName(wholeName, firstName, lastName)
  if (name === '') return { kind: 'refused', code: 'unknownPerson' }
  if (isFormula(name) || !/\p{L}/u.test(name)) return { kind: 'refused', code: 'notAName' }
  return name.length > longestName ? { kind: 'refused', code: 'tooLong', expected: { most: longestName } } : { kind: 'name', name }
}

/** A `Name` column that holds first names beside a `Surname` column. */
function withLastName(whole: string, first: string, last: string): string {
  if (last === '' || first !== '') return whole
  return nameKey(whole)
    .split(' ')
    .includes(nameKey(last).split(' ').at(-1) ?? '')
    ? whole
    : `${whole} ${last}`
}

/** Text that a spreadsheet program would run: `=cmd|...`, `@SUM(...)`, `+1+2`. */
export function isFormula(text: string): boolean {
  return /^[=@|]|^[+-]\s*[\d(=@]|^[\t\r]/u.test(text)
}

function namesSeveral(written: string): boolean {
  const parts = (separator: RegExp) => written.split(separator).map((part) => part.trim())
  const isWord = (part: string) => /\p{L}{2,}/u.test(part) && !saysUnknown(part)
  const isFullName = (part: string) =>
    isWord(part) && /\p{L}[\s.]+\p{L}/u.test(part) && !/^(?:aka|a\.k\.a\.?|alias|née|nee|formerly)\b/iu.test(part)
  const joined = parts(/\s*[;&]\s*|\s+(?:and|und|\+)\s+/iu)
  const listed = parts(/\s*[/\n]\s*/u)
  return (joined.length > 1 && joined.every(isWord)) || (listed.length > 1 && listed.every(isFullName))
}

export type BirthRead =
  | { readonly kind: 'date'; readonly date: IsoDate | null }
  | {
      readonly kind: 'refused'
      readonly code: RowProblemCode
      readonly suggestions: readonly string[]
      readonly expected: RowProblem['expected']
    }

/** A date of birth, null where none is given or known; refused where it would make somebody younger than 10 or older than 110. */
export function readBirth(cell: string, today: IsoDate, order: DayOrder | null): BirthRead {
  const text = oneLine(cell)
  if (saysNothing(text) || saysUnknown(text)) return { kind: 'date', date: null }
  const [earliest, latest] = [addMonths(today, -12 * mostAge), addMonths(today, -12 * leastAge)]
  const read = readDate(text, { order, twoDigitYears: 'birth', today, latest: today })
  const expected = { earliest, latest }
  if (read.kind === 'refused') return { kind: 'refused', code: read.code, suggestions: read.suggestions, expected }
  if (read.date < earliest || read.date > latest) return { kind: 'refused', code: 'implausibleAge', suggestions: [], expected }
  return { kind: 'date', date: read.date }
}
