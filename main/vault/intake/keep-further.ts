import { entriesOfCase, findCase, insertEntry, type Recording, sectorOfAgency, setChildren, setSafeContact, type WriteDb } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { moreCautious } from '#domain/intake/careful-contact.ts'
import { withChildren } from '#domain/intake/child-gain.ts'
import { keptNotes } from '#domain/intake/new-entries.ts'
import { PersonGain } from '#domain/intake/row-record.ts'
import { nameKey } from '#domain/person.ts'
import { fromAgency } from '#domain/record/provenance.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import type { Locale } from '#domain/settings.ts'
import { gainPeople, type LeftOfParty } from './gain-people.ts'
import { bornLine, childLine, contactLine, keptLine } from './kept-words.ts'

const noGain = PersonGain.parse({})

function leftLine({ party, left }: LeftOfParty, draft: ReferralDraft, locale: Locale): readonly string[] {
  if (typeof left === 'object') return [keptLine(party, left.text, locale)]
  const { dateOfBirth } = draft[party]
  // The form asks neither for language nor for needs of access.
  return left === 'dateOfBirth' && dateOfBirth !== null ? [bornLine(party, dateOfBirth, locale)] : []
}

/** New children stand beside those who are there; who was told of otherwise is given as lines. */
function keepChildren(db: WriteDb, caseId: CaseId, draft: ReferralDraft, locale: Locale): readonly string[] {
  const found = findCase(db, caseId)
  if (!found) throw new Error('a referral without its case')
  const { children, left } = withChildren(found.children, draft.children)
  const count = Math.max(found.childrenCount ?? 0, draft.childrenCount ?? 0, children.length)
  const isFewer = draft.childrenCount !== null && draft.childrenCount < count
  setChildren(db, caseId, children)
  return [
    ...left.map((child) => childLine(child, locale)),
    ...(isFewer ? [keptLine('childrenCount', String(draft.childrenCount), locale)] : []),
  ]
}

/** The more cautious way to reach her holds. */
function keepContact(db: WriteDb, caseId: CaseId, draft: ReferralDraft, locale: Locale): readonly string[] {
  const found = findCase(db, caseId)
  if (!found) throw new Error('a referral without its case')
  const { contact, left } = moreCautious(found.safeContact, draft.safeContact)
  if (JSON.stringify(contact) !== JSON.stringify(found.safeContact)) setSafeContact(db, caseId, contact)
  return left.map((each) => contactLine(each, locale))
}

/**
 * Puts what a further referral says by the form into its known case: other names, addresses, phones and children beside those that stand, and the more
 * cautious way to reach her. What stands otherwise is never written over: it is kept as words in a note, said by the referring agency.
 */
export function keepFurther(db: WriteDb, caseId: CaseId, draft: ReferralDraft, locale: Locale, recording: Recording): void {
  const found = findCase(db, caseId)
  if (!found) throw new Error('a referral without its case')
  const isOtherRelation = draft.relationship !== '' && nameKey(draft.relationship) !== nameKey(found.relationship)
  const lines = [
    ...gainPeople(db, caseId, draft, { victim: noGain, perpetrator: noGain }).flatMap((left) => leftLine(left, draft, locale)),
    ...(isOtherRelation ? [keptLine('relationship', draft.relationship, locale)] : []),
    ...keepChildren(db, caseId, draft, locale),
    ...keepContact(db, caseId, draft, locale),
  ]
  const { sourceAgencyId, receivedOn } = draft
  const provenance = fromAgency(sourceAgencyId, sectorOfAgency(db, sourceAgencyId), receivedOn)
  for (const content of keptNotes(lines, receivedOn, entriesOfCase(db, caseId), provenance))
    insertEntry(db, { caseId, content, provenance }, recording)
}
