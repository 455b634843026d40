import { addressAgreement } from './address-agreement.ts'
import { birthAgreement } from './birth-agreement.ts'
import type { AddressAgreement, BirthAgreement, Comparison, Evidence } from './evidence.ts'
import { nameComparer, type NamesCompared } from './name-agreement.ts'
import type { Prepared } from './prepared.ts'
import type { WordFrequency } from './word-frequency.ts'

/** What each agreement weighs, in bits. A family shares an address and a telephone, so these weigh less than the chance of sharing them would say. */
const BIRTH_BITS: Readonly<Record<BirthAgreement, number>> = {
  same: 11,
  dayAndMonth: 7,
  digitsSwapped: 7,
  oneDigit: 6,
  missing: 0,
  other: -14,
}
const ADDRESS_BITS: Readonly<Record<AddressAgreement, number>> = { same: 7, similar: 2, missing: 0, other: -1.5 }
const PHONE_BITS = 6
const IDENTIFIER_BITS = 14
/** Days that forms write where the day is not known. */
const FILLER_BIRTH_BITS = 6

/**
 * Compares two people: the weights of what speaks for and against their being one. Null where something rules it out that no other agreement makes
 * good: another first name (a twin), another date of birth (a father and his son of the same name), unless an agency knows both by one number.
 */
export function personComparer(frequency: WordFrequency): (one: Prepared, other: Prepared) => Comparison | null {
  const compareNames = nameComparer(frequency)

  function bestNames(one: Prepared, other: Prepared): NamesCompared | null {
    let best: NamesCompared | null = null
    for (const name of one.names)
      for (const against of other.names) {
        const compared = compareNames(name, against)
        if (compared && (best === null || compared.bits > best.bits)) best = compared
      }
    return best
  }

  return (one, other) => {
    const isKnownByOneNumber = one.facts.identifiers.some((identifier) => other.facts.identifiers.includes(identifier))
    const birth = birthAgreement(one.facts.dateOfBirth, other.facts.dateOfBirth)
    if (birth === 'other' && !isKnownByOneNumber) return null
    const names = bestNames(one, other)
    if (names === null && !isKnownByOneNumber) return null

    const address = bestAddress(one, other)
    const evidence: Evidence[] = []
    if (names) evidence.push({ kind: 'name', how: names.how, bits: names.bits })
    const isFiller = birth === 'same' && one.facts.dateOfBirth?.endsWith('-01-01') === true
    evidence.push({ kind: 'dateOfBirth', how: birth, bits: isFiller ? FILLER_BIRTH_BITS : BIRTH_BITS[birth] })
    evidence.push({ kind: 'address', how: address, bits: ADDRESS_BITS[address] })
    if (one.phones.some((phone) => other.phones.includes(phone))) evidence.push({ kind: 'phone', bits: PHONE_BITS })
    if (isKnownByOneNumber) evidence.push({ kind: 'identifier', bits: IDENTIFIER_BITS })
    if (names?.isCommon) evidence.push({ kind: 'commonName', bits: 0 })
    return { bits: evidence.reduce((sum, { bits }) => sum + bits, 0), evidence }
  }
}

function bestAddress(one: Prepared, other: Prepared): AddressAgreement {
  let best: AddressAgreement = 'missing'
  for (const address of one.addresses)
    for (const against of other.addresses) {
      const agreement = addressAgreement(address, against)
      if (best === 'missing' || ADDRESS_BITS[agreement] > ADDRESS_BITS[best]) best = agreement
    }
  return best
}
