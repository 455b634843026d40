import { findPerson, peopleOfCase, type WriteDb, writePerson } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { type Left, withGain } from '#domain/intake/gain.ts'
import type { PersonGain } from '#domain/intake/row-record.ts'
import type { PersonDraft } from '#domain/person.ts'

export type Party = 'victim' | 'perpetrator'
export type LeftOfParty = { readonly party: Party; readonly left: Left }

/** Adds to the two people of a case what is said of them; gives what stands otherwise already. */
export function gainPeople(
  db: WriteDb,
  caseId: CaseId,
  said: Readonly<Record<Party, PersonDraft>>,
  gains: Readonly<Record<Party, PersonGain>>,
): readonly LeftOfParty[] {
  const people = peopleOfCase(db, caseId)
  if (!people) throw new Error('a referral without its case')
  return (['victim', 'perpetrator'] as const).flatMap((party) => {
    const { person } = people[party]
    const { content, left } = withGain(person, said[party], gains[party])
    const before = findPerson(db, person.id)
    if (JSON.stringify(content.details) !== JSON.stringify(before?.details)) writePerson(db, person.id, content)
    return left.map((each) => ({ party, left: each }))
  })
}
