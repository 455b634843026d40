import type { IsoDate } from '../../dates.ts'
import type { BirthAgreement } from './evidence.ts'

/** How two dates of birth agree: slips of typing and of two countries' order of day and month are told from other dates. */
export function birthAgreement(one: IsoDate | null, other: IsoDate | null): BirthAgreement {
  if (one === null || other === null) return 'missing'
  if (one === other) return 'same'
  const [year = '', month = '', day = ''] = one.split('-')
  if (other === `${year}-${day}-${month}`) return 'dayAndMonth'
  const [a, b] = [digitsOf(one), digitsOf(other)]
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]))
  if (differing.length === 1) return 'oneDigit'
  const [first = 0, second = 0] = differing
  const isSwapped = differing.length === 2 && a[first] === b[second] && a[second] === b[first]
  // Two digits beside each other, or two of the same part: 1967 for 1976, 21 for 12.
  return isSwapped && (second - first === 1 || partOf(first) === partOf(second)) ? 'digitsSwapped' : 'other'
}

function digitsOf(date: IsoDate): string {
  return date.replaceAll('-', '')
}

function partOf(index: number): number {
  return index < 4 ? 0 : index < 6 ? 1 : 2
}
