import { nameKey } from '../../person.ts'
import { particles, titles } from '../../sharing/name-forms.ts'
import { type AddressKey, addressKey } from './address-agreement.ts'
import type { PersonFacts } from './person-facts.ts'

/** A person made ready for many comparisons. */
export type Prepared = {
  readonly facts: PersonFacts
  /** The words of each name, without titles and the particles between its parts. */
  readonly names: readonly (readonly string[])[]
  readonly addresses: readonly AddressKey[]
  readonly phones: readonly string[]
}

/** The words of a name by which people are told from each other. */
export function nameWords(name: string): readonly string[] {
  const words = nameKey(name).split(' ')
  const telling = words.filter((word) => word !== '' && !titles.has(word) && !particles.has(word))
  return telling.length > 0 ? telling : words.filter((word) => word !== '')
}

/** The last nine digits: a number is written with and without the code of its country. Shorter than six tells nobody. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 6 ? '' : digits.slice(-9)
}

export function prepare(facts: PersonFacts): Prepared {
  return {
    facts,
    names: facts.names.map(nameWords).filter((words) => words.length > 0),
    addresses: facts.addresses.map(addressKey).filter(({ key }) => key !== ''),
    phones: facts.phones.map(phoneKey).filter((key) => key !== ''),
  }
}
