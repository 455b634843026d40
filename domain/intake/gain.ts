import { type PersonDraft, nameKey } from '../person.ts'
import type { PersonContent } from '../people/person-record.ts'
import { plainAddress } from '../people/address.ts'
import { type SafeContact } from '../safe-contact.ts'
import type { PersonGain } from './row-record.ts'

/** What a row said of a person that stands otherwise already, by what it is: it is never written over what stands. */
export type Left =
  | 'dateOfBirth'
  | 'language'
  | 'needsInterpreter'
  | 'accessNeeds'
  | { readonly text: string; readonly of: 'alias' | 'address' | 'phone' }

const most = 20

/** Adds to a list what is not in it, as far as there is room; the rest is left. */
function added(there: readonly string[], said: readonly string[]): { readonly added: readonly string[]; readonly left: readonly string[] } {
  const seen = new Set(there.map(nameKey))
  const fresh = said.filter((text) => {
    const key = nameKey(text)
    if (text === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
  const room = Math.max(0, most - there.length)
  return { added: fresh.slice(0, room), left: fresh.slice(room) }
}

/**
 * What is known of a person with what a row says: gaps are filled, other names, addresses and phones stand beside those that are there, and nothing
 * is written over. `left` is what stands otherwise already, for a note.
 */
export function withGain(
  person: PersonContent,
  said: PersonDraft,
  gain: PersonGain,
): { readonly content: PersonContent; readonly left: readonly Left[] } {
  const { details } = person
  const left: Left[] = []
  const own = (kind: 'alias' | 'address' | 'phone', texts: readonly string[]) => {
    for (const text of texts) left.push({ text, of: kind })
  }
  const aliases = added(
    [person.name, ...details.aliases].filter((name) => name !== ''),
    [said.name, ...gain.aliases],
  )
  own('alias', aliases.left)
  const [address, phone] = [person.address === '' ? said.address : person.address, person.phone === '' ? said.phone : person.phone]
  const addresses = added(
    [address, ...details.otherAddresses.map(({ text }) => text)].filter((text) => text !== ''),
    [said.address, ...gain.otherAddresses],
  )
  own('address', addresses.left)
  const phones = added(
    [phone, ...details.otherPhones.map(({ number }) => number)].filter((text) => text !== ''),
    [said.phone, ...gain.otherPhones],
  )
  own('phone', phones.left)
  if (said.dateOfBirth !== null && person.dateOfBirth !== null && said.dateOfBirth !== person.dateOfBirth) left.push('dateOfBirth')
  const filled = (mine: string, theirs: string, field: 'language' | 'accessNeeds'): string => {
    if (mine !== '' && theirs !== '' && nameKey(mine) !== nameKey(theirs)) left.push(field)
    return mine === '' ? theirs : mine
  }
  const standsOtherwise =
    details.needsInterpreter !== 'unknown' && gain.needsInterpreter !== 'unknown' && details.needsInterpreter !== gain.needsInterpreter
  if (standsOtherwise) left.push('needsInterpreter')
  return {
    content: {
      name: person.name,
      dateOfBirth: person.dateOfBirth ?? said.dateOfBirth,
      address,
      phone,
      details: {
        ...details,
        aliases: [...details.aliases, ...aliases.added],
        otherAddresses: [...details.otherAddresses, ...addresses.added.map((text) => ({ text, ...plainAddress }))],
        otherPhones: [...details.otherPhones, ...phones.added.map((number) => ({ number, note: '' }))],
        language: filled(details.language, gain.language, 'language'),
        needsInterpreter: details.needsInterpreter === 'unknown' ? gain.needsInterpreter : details.needsInterpreter,
        accessNeeds: filled(details.accessNeeds, gain.accessNeeds, 'accessNeeds'),
      },
    },
    left,
  }
}

/** How she may be reached, with the words of a row beside what stands, which stays; null where they find no room. */
export function withSafeWords(contact: SafeContact, words: string): SafeContact | null {
  const there = new Set(contact.note.split('\n'))
  const fresh = words.split('\n').filter((line) => line !== '' && !there.has(line))
  const note = [...(contact.note === '' ? [] : [contact.note]), ...fresh].join('\n')
  return note.length > 1000 ? null : { ...contact, note }
}
