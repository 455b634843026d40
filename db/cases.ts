import { type CaseChange, type CaseDetail, type CaseListing, caseReference, type CaseState } from '#domain/case.ts'
import type { CaseId, ImportId } from '#domain/ids.ts'
import { type ChildDraft, nameKey, type PersonDraft } from '#domain/person.ts'
import type { ReferralDraft } from '#domain/referral.ts'
import { SafeContact } from '#domain/safe-contact.ts'
import { caseStateSql } from './case-page.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { childrenOfCase, replaceChildren } from './people/children.ts'
import { insertPerson, updatePerson } from './people.ts'
import { refreshRisk } from './record/latest-risk.ts'

type StoredCase = {
  readonly id: CaseId
  readonly reference: string
  readonly victim_id: number
  readonly perpetrator_id: number
  readonly relationship: string
  readonly children_count: number | null
  readonly safe_contact: string
  readonly state: CaseState
  readonly is_restricted: number
  readonly version: number
}

export type CaseRecord = Omit<CaseDetail, 'referrals' | 'listings' | 'actions' | 'repeat' | 'pairHistory' | 'lacksAcceptance'>

function findPerson(db: ReadDb, id: number): PersonDraft {
  const person = db.get<PersonDraft>('SELECT name, date_of_birth AS dateOfBirth, address, phone FROM people WHERE id = :id', { id })
  if (!person) throw new Error('a case without its person')
  return person
}

/** A case with its people, without what has happened in it. */
export function findCase(db: ReadDb, id: CaseId): CaseRecord | undefined {
  const row = db.get<StoredCase>(
    `SELECT c.id, c.reference, c.victim_id, c.perpetrator_id, c.relationship, c.children_count, c.safe_contact, c.version, ${caseStateSql} AS state,
       EXISTS (SELECT 1 FROM case_restrictions x WHERE x.case_id = c.id) AS is_restricted
     FROM cases c WHERE c.id = :id`,
    { id },
  )
  return (
    row && {
      id: row.id,
      reference: row.reference,
      victim: findPerson(db, row.victim_id),
      perpetrator: findPerson(db, row.perpetrator_id),
      relationship: row.relationship,
      childrenCount: row.children_count,
      children: childrenOfCase(db, row.id),
      safeContact: SafeContact.parse(JSON.parse(row.safe_contact)),
      state: row.state,
      isRestricted: row.is_restricted === 1,
      version: row.version,
    }
  )
}

/** The appearances of a case on agendas, newest first. */
export function listingsOfCase(db: ReadDb, caseId: CaseId): readonly CaseListing[] {
  return db.all(
    `SELECT m.id AS meetingId, m.held_on AS meetingOn, m.state AS meetingState, l.outcome, l.defer_reason AS deferReason
     FROM listings l JOIN meetings m ON m.id = l.meeting_id WHERE l.case_id = :caseId ORDER BY m.held_on DESC, m.id DESC`,
    { caseId },
  )
}

/** The number of children known of: the count said, or those named, whichever is more. */
function knownChildren(count: number | null, named: number): number | null {
  return named === 0 ? count : Math.max(count ?? 0, named)
}

/** An id that no case has had, be it hidden from who asks: the log and the certificates of destruction go on naming those that are gone. */
function freshCaseId(db: ReadDb): number {
  const found = db.get<{ last: number }>(
    `SELECT max(
       coalesce((SELECT max(id) FROM main.cases), 0),
       coalesce((SELECT max(case_id) FROM main.destroyed_records WHERE case_id IS NOT NULL), 0),
       coalesce((SELECT max(CAST(substr(subject, instr(' ' || subject, ' caseId=') + 7) AS INTEGER)) FROM main.audit_entries
         WHERE instr(' ' || subject, ' caseId=') > 0), 0)) AS last`,
  )
  return (found?.last ?? 0) + 1
}

/** Makes a case of a referral's two people, with the next reference of the year. */
export function insertCase(
  db: WriteDb,
  draft: ReferralDraft,
  year: number,
  importId: ImportId | null,
): { readonly id: CaseId; readonly reference: string } {
  const prefix = `HR-${year}-`
  // Counted, not taken from the row ids: references run anew each year. A reference that a certificate of destruction names is not given out again.
  // `:` is the sign after `9`: the references of the year are a range of their index.
  const last = db.get<{ last: number | null }>(
    `SELECT max(CAST(substr(reference, 9) AS INTEGER)) AS last FROM (
       SELECT reference FROM main.cases WHERE reference > :prefix AND reference < :end
       UNION ALL SELECT reference FROM main.destroyed_records WHERE kind = 'case' AND reference > :prefix AND reference < :end)`,
    { prefix, end: `${prefix}:` },
  )
  const reference = caseReference(year, (last?.last ?? 0) + 1)
  const victimId = insertPerson(db, draft.victim)
  const perpetratorId = insertPerson(db, draft.perpetrator)
  const { id } = db.run(
    `INSERT INTO cases (id, reference, victim_id, perpetrator_id, names_key, relationship, children_count, safe_contact, import_id)
     VALUES (:id, :reference, :victimId, :perpetratorId, :namesKey, :relationship, :childrenCount, :safeContact, :importId)`,
    {
      id: freshCaseId(db),
      reference,
      victimId,
      perpetratorId,
      namesKey: `${nameKey(draft.victim.name)}|${nameKey(draft.perpetrator.name)}`,
      relationship: draft.relationship,
      childrenCount: knownChildren(draft.childrenCount, draft.children.length),
      safeContact: JSON.stringify(draft.safeContact),
      importId,
    },
  )
  const caseId = id as CaseId
  replaceChildren(db, caseId, draft.children)
  return { id: caseId, reference }
}

/** Writes what a table of cases sorts and filters by, from the case's newest referral. */
export function refreshLatestReferral(db: WriteDb, caseId: CaseId): void {
  db.run(
    `UPDATE cases SET
       last_referral_on = (SELECT max(received_on) FROM referrals WHERE case_id = :caseId),
       is_repeat = coalesce((SELECT repeat FROM referrals WHERE case_id = :caseId ORDER BY received_on DESC, id DESC LIMIT 1), 0)
     WHERE id = :caseId`,
    { caseId },
  )
  refreshRisk(db, caseId)
}

/** Writes how she may be reached. */
export function setSafeContact(db: WriteDb, caseId: CaseId, contact: SafeContact): void {
  db.run('UPDATE cases SET safe_contact = :contact, version = version + 1 WHERE id = :caseId', { caseId, contact: JSON.stringify(contact) })
}

/** Makes the children of a case those given; their number is at least that. */
export function setChildren(db: WriteDb, caseId: CaseId, children: readonly ChildDraft[]): void {
  replaceChildren(db, caseId, children)
  db.run('UPDATE cases SET children_count = :count, version = version + 1 WHERE id = :caseId AND coalesce(children_count, 0) < :count', {
    caseId,
    count: children.length,
  })
}

/** What a further referral adds to the facts of a known case: gaps are filled, nothing that stands is overwritten. */
export function fillGaps(db: WriteDb, caseId: CaseId, draft: ReferralDraft): void {
  db.run(
    `UPDATE cases SET
       relationship = CASE WHEN relationship = '' THEN :relationship ELSE relationship END,
       children_count = coalesce(max(children_count, :children), children_count, :children),
       version = version + 1
     WHERE id = :caseId`,
    { caseId, relationship: draft.relationship, children: knownChildren(draft.childrenCount, draft.children.length) },
  )
  for (const [column, person] of [
    ['victim_id', draft.victim],
    ['perpetrator_id', draft.perpetrator],
  ] as const) {
    db.run(
      `UPDATE people SET
         date_of_birth = coalesce(date_of_birth, :dateOfBirth),
         address = CASE WHEN address = '' THEN :address ELSE address END,
         phone = CASE WHEN phone = '' THEN :phone ELSE phone END
       WHERE id = (SELECT ${column} FROM cases WHERE id = :caseId)`,
      { caseId, dateOfBirth: person.dateOfBirth, address: person.address, phone: person.phone },
    )
  }
}

/** Writes a correction if the case still has that version; false where somebody was faster. */
export function updateCase(db: WriteDb, change: CaseChange): boolean {
  const { changes } = db.run(
    `UPDATE cases SET relationship = :relationship, children_count = :childrenCount, safe_contact = :safeContact, version = version + 1
     WHERE id = :id AND version = :version`,
    {
      id: change.id,
      version: change.version,
      relationship: change.relationship,
      childrenCount: knownChildren(change.childrenCount, change.children.length),
      safeContact: JSON.stringify(change.safeContact),
    },
  )
  if (changes === 0) return false
  const people = db.get<{ victim_id: number; perpetrator_id: number }>('SELECT victim_id, perpetrator_id FROM cases WHERE id = :id', {
    id: change.id,
  })
  if (!people) throw new Error('a case just changed is not there')
  updatePerson(db, people.victim_id, change.victim)
  updatePerson(db, people.perpetrator_id, change.perpetrator)
  replaceChildren(db, change.id, change.children)
  return true
}

/** The references that people mean by the number at their end alone, as LIKE finds them (`42` for HR-2026-0042); null where more was said. */
export function referencesLike(said: string): string | null {
  return /^\d{1,6}$/.test(said) ? `%-${said.padStart(4, '0')}` : null
}

/** The case of a reference, or of the number at its end as people say it, of the newest year that has it. */
export function findCaseAsSaid(db: ReadDb, said: string): { readonly id: CaseId; readonly reference: string } | undefined {
  const text = said.trim().toUpperCase()
  const like = referencesLike(text)
  if (like === null) return findCaseByReference(db, text)
  return db.get('SELECT id, reference FROM cases WHERE reference LIKE :like ORDER BY reference DESC LIMIT 1', { like })
}

export function findCaseByReference(db: ReadDb, reference: string): { readonly id: CaseId; readonly reference: string } | undefined {
  return db.get('SELECT id, reference FROM cases WHERE reference = :reference', { reference })
}
