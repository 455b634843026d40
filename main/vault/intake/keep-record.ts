import {
  entriesOfCase,
  findCase,
  insertEntry,
  insertPerson,
  insertTie,
  peopleOfCase,
  type Recording,
  sectorOfAgency,
  setSafeContact,
  type WriteDb,
} from '#db'
import type { AgencyId, CaseId, ImportId, TieId } from '#domain/ids.ts'
import { moreCautious } from '#domain/intake/careful-contact.ts'
import { type Left, withSafeWords } from '#domain/intake/gain.ts'
import { keptNotes, newEntries } from '#domain/intake/new-entries.ts'
import type { ReferralRowDraft } from '#domain/intake/referral-draft.ts'
import { nameKey } from '#domain/person.ts'
import { fromAgency } from '#domain/record/provenance.ts'
import { readSettings } from '../handlers/settings.ts'
import { gainPeople, type Party } from './gain-people.ts'
import { contactLine } from './kept-words.ts'

type Saying = {
  readonly draft: ReferralRowDraft
  readonly agencyId: AgencyId
  /** What the row has under a field, headed by its column: for what cannot stand where it belongs. */
  readonly lineOf: (field: string, text?: string) => string
  readonly isKnown: boolean
  /** The row answers whether she may be contacted with no. */
  readonly isContactRefused: boolean
}

type Kept = { readonly ties: readonly TieId[] }

function leftLine(left: Left, party: Party, lineOf: Saying['lineOf']): string {
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

/**
 * What a known case has of safe contact stays, unless the row says no to it: the more cautious holds. The row's words stand beside it, or in a note where
 * there is no room.
 */
function keepSafeContact(db: WriteDb, caseId: CaseId, { draft, lineOf, isKnown, isContactRefused }: Saying): readonly string[] {
  const words = draft.safeContact.note
  const found = findCase(db, caseId)
  if (!isKnown || words === '' || !found) return []
  if (isContactRefused) {
    const { contact: careful, left } = moreCautious(found.safeContact, draft.safeContact)
    setSafeContact(db, caseId, careful)
    const locale = readSettings(db)?.locale ?? 'en-US'
    return left.map((each) => contactLine(each, locale))
  }
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
    ...gainPeople(db, caseId, draft, record).map(({ party, left }) => leftLine(left, party, lineOf)),
    ...leftTies,
    ...keepSafeContact(db, caseId, saying),
    ...keptOtherwise(db, caseId, saying),
    ...leftFields.map((field) => lineOf(field)),
  ]
  const notes = keptNotes(lines, receivedOn, entriesOfCase(db, caseId), provenance)
  for (const content of [...fresh, ...notes]) insertEntry(db, { caseId, content, provenance }, recording, importId)
  return { ties }
}
