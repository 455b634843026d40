import { z } from 'zod'
import { PersonId } from '../ids.ts'
import { nameKey } from '../person.ts'
import type { OtherAddress } from './address.ts'
import { equalityTopics, type Asked } from './asked.ts'
import type { PersonDetails } from './details.ts'
import { bothTexts, carefulAnswer, carefulFacts, factsOfAddress, joined } from './joined-facts.ts'
import { PersonContent, type PersonRecord } from './person-record.ts'

/** Two records that are one person: which stays, and what of the other it takes instead of its own. Nothing is lost: the rest stands beside it. */
export const MergeDraft = z.strictObject({
  keptId: PersonId,
  keptVersion: z.int(),
  goneId: PersonId,
  goneVersion: z.int(),
  takesName: z.boolean().default(false),
  takesDateOfBirth: z.boolean().default(false),
  takesAddress: z.boolean().default(false),
  takesPhone: z.boolean().default(false),
})
export type MergeDraft = z.infer<typeof MergeDraft>

type Takes = Pick<MergeDraft, 'takesName' | 'takesDateOfBirth' | 'takesAddress' | 'takesPhone'>

/** How two records stood, and what was moved from the one to the other: enough to take a merge back exactly. */
export type Merge = {
  readonly kept: PersonRecord
  readonly gone: PersonRecord
  readonly after: PersonContent
  /** Cases and ties that named the record that went. */
  readonly victimIn: readonly number[]
  readonly perpetratorIn: readonly number[]
  readonly ties: readonly number[]
  /** Records from which the one that went had been told apart. */
  readonly distinctFrom: readonly { readonly id: number; readonly at: string; readonly by: string }[]
  /** The newest edit of any case by then: what was saved later was saved of the merged record. Merges of old do not say. */
  readonly lastEdit?: number
}

/**
 * What the record that stays holds after a merge; null where it would hold more than a record can, since nothing is ever dropped. Where the two say
 * different things that safety hangs on, the more careful one holds.
 */
export function mergedContent(kept: PersonContent, gone: PersonContent, takes: Takes): PersonContent | null {
  const { takesName, takesDateOfBirth } = takes
  const name = takesName || kept.name === '' ? gone.name : kept.name
  const dateOfBirth = takesDateOfBirth ? (gone.dateOfBirth ?? kept.dateOfBirth) : (kept.dateOfBirth ?? gone.dateOfBirth)
  const [mine, theirs] = [kept.details, gone.details]
  const takesAddress = kept.address === '' || (takes.takesAddress && gone.address !== '')
  const address = takesAddress ? gone.address : kept.address
  const takesPhone = kept.phone === '' || (takes.takesPhone && gone.phone !== '')
  const [phone, otherPhone] = takesPhone ? [gone.phone, kept.phone] : [kept.phone, gone.phone]
  const addresses = [...addressesOf(kept), ...addressesOf(gone)]
  const isShown = (text: string) => nameKey(text) === nameKey(address)
  const details: PersonDetails = {
    aliases: distinct([kept.name, gone.name, ...mine.aliases, ...theirs.aliases], nameKey).filter(
      (alias) => nameKey(alias) !== nameKey(name),
    ),
    pronouns: both(mine.pronouns, theirs.pronouns),
    addressFacts: factsOfAddress(addresses, isShown, takesAddress ? theirs.addressFacts : mine.addressFacts),
    otherAddresses: joined(
      addresses.filter(({ text }) => !isShown(text)),
      ({ text }) => nameKey(text),
      (one, other) => ({ ...one, ...carefulFacts(one, other) }),
    ),
    otherPhones: joined(
      [
        ...mine.otherPhones,
        ...(otherPhone === '' || otherPhone === phone ? [] : [{ number: otherPhone, note: '' }]),
        ...theirs.otherPhones,
      ],
      ({ number }) => nameKey(number),
      (one, other) => ({ number: one.number, note: both(one.note, other.note) }),
    ),
    identifiers: distinct([...mine.identifiers, ...theirs.identifiers], ({ kind, value }) => `${kind} ${nameKey(value)}`),
    language: both(mine.language, theirs.language),
    needsInterpreter: carefulAnswer(mine.needsInterpreter, theirs.needsInterpreter),
    accessNeeds: both(mine.accessNeeds, theirs.accessNeeds),
    equality: Object.fromEntries(
      equalityTopics.map((topic): [string, Asked] => [topic, known(mine.equality[topic], theirs.equality[topic])]),
    ) as PersonDetails['equality'],
    occupation: both(mine.occupation, theirs.occupation),
    employer: both(mine.employer, theirs.employer),
    school: both(mine.school, theirs.school),
    doctor: both(mine.doctor, theirs.doctor),
    vehiclePlates: distinct([...mine.vehiclePlates, ...theirs.vehiclePlates], nameKey),
    note: both(mine.note, theirs.note),
  }
  const content = { name, dateOfBirth, address, phone, details }
  return PersonContent.safeParse(content).success ? content : null
}

/** Every address of a record, the one that is shown first. */
function addressesOf({ address, details }: PersonContent): readonly OtherAddress[] {
  return address === '' ? details.otherAddresses : [{ text: address, ...details.addressFacts }, ...details.otherAddresses]
}

function known(mine: Asked, theirs: Asked): Asked {
  if (mine.kind === 'answer' && theirs.kind === 'answer') return { kind: 'answer', text: both(mine.text, theirs.text) }
  const rank = { notAsked: 0, declined: 1, answer: 2 } as const
  return rank[theirs.kind] > rank[mine.kind] ? theirs : mine
}

const both = (mine: string, theirs: string) => bothTexts(mine, theirs, nameKey)

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return joined(items, keyOf, (first) => first)
}
