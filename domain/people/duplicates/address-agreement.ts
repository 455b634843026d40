import { nameKey } from '../../person.ts'
import { jaroWinkler } from '../name-likeness.ts'
import type { AddressAgreement } from './evidence.ts'

/** How the commonest words of addresses are shortened, in the languages of the app. */
const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  road: 'rd',
  avenue: 'ave',
  av: 'ave',
  avda: 'ave',
  avenida: 'ave',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  square: 'sq',
  terrace: 'ter',
  close: 'cl',
  crescent: 'cres',
  gardens: 'gdns',
  apartment: 'flat',
  apt: 'flat',
  unit: 'flat',
  piso: 'flat',
  calle: 'c',
  plaza: 'pl',
  carretera: 'ctra',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
}

export type AddressKey = { readonly key: string; readonly numbers: string; readonly street: string }

/** An address made ready for comparing: words shortened alike, its numbers by themselves, and the first word of the street. */
export function addressKey(address: string): AddressKey {
  const words = nameKey(address)
    .split(' ')
    .filter((word) => word !== '' && word !== 'no' && word !== 'num')
    .map((word) => SHORT[word] ?? word)
  const isNumber = (word: string) => /\d/.test(word)
  return {
    key: words.join(' '),
    numbers: words.filter(isNumber).join(' '),
    street: words.find((word) => !isNumber(word) && word.length > 2) ?? '',
  }
}

/** How two addresses agree. One written more fully than the other is the same; the same street with another number is similar. */
export function addressAgreement(one: AddressKey, other: AddressKey): AddressAgreement {
  if (one.key === '' || other.key === '') return 'missing'
  if (one.key === other.key) return 'same'
  const isSameNumber = firstNumber(one) !== '' && firstNumber(one) === firstNumber(other)
  if (isSameNumber && one.street !== '' && jaroWinkler(one.street, other.street) >= 0.9) return 'same'
  return jaroWinkler(one.key, other.key) >= 0.93 ? 'similar' : 'other'
}

function firstNumber({ numbers }: AddressKey): string {
  return numbers.split(' ')[0] ?? ''
}
