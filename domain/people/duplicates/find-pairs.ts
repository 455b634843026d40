import type { PersonId } from '../../ids.ts'
import { personComparer } from './compare.ts'
import { type Comparison, possibleFrom } from './evidence.ts'
import type { PersonFacts } from './person-facts.ts'
import { prepare, type Prepared } from './prepared.ts'
import { shortFormGroups } from './short-forms.ts'
import { soundOf } from './sound.ts'
import { wordFrequency } from './word-frequency.ts'

export type AlikePair = Comparison & { readonly one: PersonId; readonly other: PersonId }

/** People who share a key are compared while there are not more of them than this: a key that hundreds share says nothing. */
const FULL_BLOCK = 150

/** Every pair of people who are possibly one, the surest first. Ten thousand take about a second: only those who share a key are compared. */
export function findAlikePairs(people: readonly PersonFacts[]): readonly AlikePair[] {
  const prepared = people.map(prepare)
  const compare = personComparer(wordFrequency(prepared))
  const seen = new Set<number>()
  const found: AlikePair[] = []
  for (const block of blocksOf(prepared).values()) {
    if (block.length < 2 || block.length > FULL_BLOCK) continue
    for (const [place, a] of block.entries())
      for (const b of block.slice(place + 1)) {
        const key = a * prepared.length + b
        if (seen.has(key)) continue
        seen.add(key)
        const [one, other] = [prepared[a], prepared[b]]
        const comparison = one && other ? compare(one, other) : null
        if (one && other && comparison && comparison.bits >= possibleFrom)
          found.push({ one: one.facts.id, other: other.facts.id, ...comparison })
      }
  }
  return found.toSorted((a, b) => b.bits - a.bits || a.one - b.one || a.other - b.other)
}

/** The places of the people who share a key, in order. */
function blocksOf(people: readonly Prepared[]): ReadonlyMap<string, readonly number[]> {
  const blocks = new Map<string, number[]>()
  for (const [index, person] of people.entries())
    for (const key of keysOf(person)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [index])
      else block.push(index)
    }
  return blocks
}

/**
 * The keys by which a person is found. Each leaves out something that may be wrong: the date whole, the sound of two words of the name, a word with a
 * part of the date, with the beginning or end of another word, with the address or a telephone.
 */
function keysOf({ facts, names, addresses, phones }: Prepared): ReadonlySet<string> {
  const keys = new Set<string>()
  const { dateOfBirth } = facts
  if (dateOfBirth !== null) keys.add(dateOfBirth)
  for (const identifier of facts.identifiers) keys.add(`i ${identifier}`)
  for (const phone of phones) keys.add(`t ${phone}`)
  const places = addresses.map(({ street, numbers }) => `${numbers} ${street}`)
  for (const words of names) {
    const codes = words.map(soundOf)
    for (const [at, word] of words.entries()) {
      const rest = words.filter((_, index) => index !== at)
      if (dateOfBirth !== null) {
        keys.add(`y ${word} ${dateOfBirth.slice(0, 4)}`)
        keys.add(`d ${word} ${[...dateOfBirth.slice(5).replace('-', '')].sort().join('')}`)
      }
      for (const place of places) keys.add(`a ${word.slice(0, 1)} ${place}`)
      if (dateOfBirth !== null) keys.add(`z ${codes[at] ?? ''} ${dateOfBirth.slice(0, 4)}`)
      for (const other of rest) {
        keys.add(`b ${word} ${other.slice(0, 2)}`)
        keys.add(`e ${word} ${other.slice(-2)}`)
        for (const group of shortFormGroups(other)) keys.add(`g ${word} ${String(group)}`)
      }
      for (const code of codes.slice(at + 1)) keys.add(`s ${[codes[at] ?? '', code].sort().join(' ')}`)
    }
  }
  return keys
}
