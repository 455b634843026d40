import {
  entriesOfCase,
  findCase,
  findPerson,
  insertEntry,
  insertPerson,
  insertTie,
  peopleOfCase,
  type Recording,
  sectorOfAgency,
  setSafeContact,
  type WriteDb,
  writePerson,
} from '#db'
import type { AgencyId, CaseId, ImportId, TieId } from '#domain/ids.ts'
import { type Left, withGain, withSafeWords } from '#domain/intake/gain.ts'
import { keptNotes, newEntries } from '#domain/intake/new-entries.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { nameKey } from '#domain/person.ts'
import { fromAgency } from '#domain/record/provenance.ts'

type Saying = {
  readonly draft: ReferralRowDraft
  readonly agencyId: AgencyId
  /** What the row has under a field, headed by its column: for what cannot stand where it belongs. */
  readonly lineOf: (field: string, text?: string) => string
  readonly isKnown: boolean
}

type Kept = { readonly ties: readonly TieId[] }

function leftLine(left: Left, party: 'victim' | 'perpetrator', lineOf: Saying['lineOf']): string {
  switch (left) {
    case 'dateOfBirth':
      return lineOf(`${party}DateOfBirth`)
    case 'language':
      return lineOf('victimLanguage')
    case 'needsInterpreter':
      return lineOf('victimInterpreter')
    case 'accessNeeds':
      return lineOf('victimAccessNeeds')
    default: {
      const fields = { alias: `${party}Aliases`, address: `${party}OtherAddress`, phone: `${party}Phone` } as const
      return lineOf(fields[left.of], left.text)
    }
  }
}

/** Adds to the two people of a case what the row says of them; gives what stands otherwise already. */
function keepPeople(db: WriteDb, caseId: CaseId, { draft, lineOf }: Saying): readonly string[] {
  const people = peopleOfCase(db, caseId)
  if (!people) throw new Error('a referral without its case')
  return (['victim', 'perpetrator'] as const).flatMap((party) => {
    const { person } = people[party]
    const { content, left } = withGain(person, draft[party], draft.record[party])
    const before = findPerson(db, person.id)
    if (JSON.stringify(content.details) !== JSON.stringify(before?.details)) writePerson(db, person.id, content)
    return left.map((each) => leftLine(each, party, lineOf))
  })
}

/** Whom it is safe to talk to, beside those who are in the case. */
function keepTies(
  db: WriteDb,
  caseId: CaseId,
  { draft, lineOf }: Saying,
): { readonly ties: readonly TieId[]; readonly left: readonly string[] } {
  const ties: TieId[] = []
  const left: string[] = []
  for (const { name, tie } of draft.record.ties) {
    const people = peopleOfCase(db, caseId)
    const key = nameKey(name)
    const there = people?.ties.find(({ person }) => nameKey(person.name) === key)
    const isParty = people !== undefined && [people.victim, people.perpetrator].some(({ person }) => nameKey(person.name) === key)
    if (!there && !isParty) {
      const personId = insertPerson(db, { name, dateOfBirth: null, address: '', phone: '' })
      ties.push(insertTie(db, caseId, personId, tie))
    } else if (there?.tie.isSafeToTalkTo !== tie.isSafeToTalkTo)
      left.push(lineOf(tie.isSafeToTalkTo === 'yes' ? 'safeToTalkTo' : 'notSafeToTalkTo', tie.note === '' ? name : tie.note))
  }
  return { ties, left }
}

/** What a known case has of safe contact stays; the row's words stand beside it, or in a note where there is no room. */
function keepSafeContact(db: WriteDb, caseId: CaseId, { draft, lineOf, isKnown }: Saying): readonly string[] {
  const words = draft.safeContact.note
  const found = findCase(db, caseId)
  if (!isKnown || words === '' || !found) return []
  const contact = withSafeWords(found.safeContact, words)
  if (contact === null) return [lineOf('safeContact', words)]
  setSafeContact(db, caseId, contact)
  return []
}

/** What the form of a known case already says otherwise. */
function keptOtherwise(db: WriteDb, caseId: CaseId, { draft, lineOf, isKnown }: Saying): readonly string[] {
  const found = findCase(db, caseId)
  if (!isKnown || !found) return []
  const isOtherRelation = draft.relationship !== '' && nameKey(draft.relationship) !== nameKey(found.relationship)
  const isFewer = draft.childrenCount !== null && found.childrenCount !== null && draft.childrenCount < found.childrenCount
  return [...(isOtherRelation ? [lineOf('relationship')] : []), ...(isFewer ? [lineOf('childrenCount')] : [])]
}

/**
 * Puts what a row says into the record of the case that its referral stands on: entries said by the referring agency, details of the two people, ties.
 * Of a known case nothing that stands is changed: what is new is added, and what stands otherwise is kept as words in a note.
 */
export function keepRecord(db: WriteDb, caseId: CaseId, saying: Saying, importId: ImportId, recording: Recording): Kept {
  const { draft, agencyId, lineOf } = saying
  const { record, receivedOn } = draft
  const { ties, left: leftTies } = keepTies(db, caseId, saying)
  const provenance = fromAgency(agencyId, sectorOfAgency(db, agencyId), receivedOn)
  const { fresh, left: leftFields } = newEntries(record.entries, entriesOfCase(db, caseId), provenance)
  const lines = [
    ...record.notes,
    ...keepPeople(db, caseId, saying),
    ...leftTies,
    ...keepSafeContact(db, caseId, saying),
    ...keptOtherwise(db, caseId, saying),
    ...leftFields.map((field) => lineOf(field)),
  ]
  const notes = keptNotes(lines, receivedOn, entriesOfCase(db, caseId), provenance)
  for (const content of [...fresh, ...notes]) insertEntry(db, { caseId, content, provenance }, recording, importId)
  return { ties }
}
