import type { IsoDate } from '../../dates.ts'
import type { PersonId } from '../../ids.ts'
import { personComparer } from './compare.ts'
import type { Comparison } from './evidence.ts'
import type { PersonFacts } from './person-facts.ts'
import { nameWords, prepare } from './prepared.ts'
import { formsOf } from './short-forms.ts'
import { wordFrequency } from './word-frequency.ts'

export type Alike = Comparison & { readonly id: PersonId }

/** So much is enough to be offered: a person looks at each, and nothing is done by itself. */
const OFFERED_FROM = 8
const MOST_OFFERED = 6

/** With what the words of names begin among which a typed name's people are to be looked for; its short and long forms too. */
export function beginningsOf(name: string): readonly string[] {
  const words = nameWords(name).filter((word) => word.length >= 2)
  return [...new Set(words.flatMap(formsOf).map((word) => word.slice(0, 3)))]
}

/** Those among the given people who may be meant by what is being typed, the likeliest first. */
export function findLike(
  typed: { readonly name: string; readonly dateOfBirth: IsoDate | null },
  among: readonly PersonFacts[],
): readonly Alike[] {
  const wanted = prepare({
    // No record has this number: only what is compared matters.
    id: 0 as PersonId,
    names: [typed.name],
    dateOfBirth: typed.dateOfBirth,
    addresses: [],
    phones: [],
    identifiers: [],
  })
  const compare = personComparer(wordFrequency([]))
  return among
    .flatMap((facts) => {
      const comparison = compare(wanted, prepare(facts))
      return comparison && comparison.bits >= OFFERED_FROM ? [{ id: facts.id, ...comparison }] : []
    })
    .toSorted((a, b) => b.bits - a.bits || a.id - b.id)
    .slice(0, MOST_OFFERED)
}
