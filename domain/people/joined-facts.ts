import type { KnownAnswer } from '../record/known.ts'
import { type AddressFacts, addressKnowers, type OtherAddress } from './address.ts'

/** Where two records answer differently, the answer that asks for more care: with an interpreter nobody is left without one. */
export function carefulAnswer(one: KnownAnswer, other: KnownAnswer): KnownAnswer {
  if (one === 'yes' || other === 'yes') return 'yes'
  return one === 'unknown' ? other : one
}

const rank = (facts: AddressFacts) => addressKnowers.indexOf(facts.knownTo)

/**
 * What two records say of one address, as one: confidential where either says so, and known to him where either does, before only to her. The time is the
 * widest that was said: without an end where only one of the two knows of one. Of a record that says nothing of it, nothing is taken.
 */
export function carefulFacts(one: AddressFacts, other: AddressFacts): AddressFacts {
  if (saysNothing(one)) return factsOf(other)
  if (saysNothing(other)) return factsOf(one)
  return {
    knownTo: rank(one) >= rank(other) ? one.knownTo : other.knownTo,
    from: one.from === null || (other.from !== null && other.from < one.from) ? other.from : one.from,
    until: one.until === null || other.until === null ? null : one.until > other.until ? one.until : other.until,
    isConfidential: one.isConfidential || other.isConfidential,
  }
}

const saysNothing = ({ knownTo, from, until, isConfidential }: AddressFacts) =>
  knownTo === 'unknown' && from === null && until === null && !isConfidential

const factsOf = ({ knownTo, from, until, isConfidential }: AddressFacts): AddressFacts => ({ knownTo, from, until, isConfidential })

/** Everything that is said of an address, wherever it stands. */
export function factsOfAddress(said: readonly OtherAddress[], isIt: (text: string) => boolean, at: AddressFacts): AddressFacts {
  return said.filter(({ text }) => isIt(text)).reduce<AddressFacts>(carefulFacts, factsOf(at))
}

/** One of each kind, the first, with what the later ones say joined to it; those of no kind (an empty key) fall out. */
export function joined<Item>(items: readonly Item[], keyOf: (item: Item) => string, join: (one: Item, other: Item) => Item): Item[] {
  const byKey = new Map<string, Item>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === '') continue
    const before = byKey.get(key)
    byKey.set(key, before === undefined ? item : join(before, item))
  }
  return [...byKey.values()]
}

/** Both texts where both say something that the other does not. */
export function bothTexts(mine: string, theirs: string, keyOf: (text: string) => string): string {
  return mine === '' || theirs === '' || keyOf(mine) === keyOf(theirs) ? mine || theirs : `${mine}; ${theirs}`
}
