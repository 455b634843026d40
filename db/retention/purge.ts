import { draftForms, readDraftKey } from '#domain/draft-key.ts'
import type { CaseId, ImportId } from '#domain/ids.ts'
import type { DestroyedCounts } from '#domain/retention/destruction.ts'
import { doNotContact } from '#domain/safe-contact.ts'
import type { WriteDb } from '../handles.ts'
import { forgetMergesOf } from '../people/merges.ts'
import { heldCases, isHeldPerson } from './holds.ts'

/** True of a row of `people` that holds an address or a telephone number. */
export const hasContactDetails = `(people.address <> '' OR people.phone <> '' OR json_array_length(people.details, '$.otherAddresses') > 0
  OR json_array_length(people.details, '$.otherPhones') > 0)`

const ofCase = 'listing_id IN (SELECT id FROM listings WHERE case_id = :caseId)'

/** Destroys what was said of a case at meetings, facts and risks; that it was heard stays. */
export function purgeMeetingNotes(db: WriteDb, caseId: CaseId): DestroyedCounts {
  return {
    facts: db.run(`DELETE FROM shared_facts WHERE ${ofCase}`, { caseId }).changes,
    risks: db.run(`DELETE FROM stated_risks WHERE ${ofCase}`, { caseId }).changes,
  }
}

/** Those of a case who are in no other case that is still open or held, as whoever; asked of all cases, those too that are hidden from who destroys. */
const inNoOtherNeed = `(SELECT id FROM people WHERE id IN (SELECT victim_id FROM cases WHERE id = :caseId UNION SELECT perpetrator_id FROM cases WHERE id = :caseId
      UNION SELECT person_id FROM case_ties WHERE case_id = :caseId)
    AND NOT ${isHeldPerson}
    AND NOT EXISTS (SELECT 1 FROM main.cases o WHERE o.id <> :caseId AND o.closed_on IS NULL
      AND (people.id IN (o.victim_id, o.perpetrator_id) OR EXISTS (SELECT 1 FROM main.case_ties t WHERE t.case_id = o.id AND t.person_id = people.id))))`

/** Forms half filled in, of the case and of those people in other cases: each may hold an address. */
function purgeDrafts(db: WriteDb, caseId: CaseId, people: ReadonlySet<number>): number {
  const gone = db.all<{ key: string }>('SELECT key FROM drafts').filter(({ key }) => {
    const { form, id } = readDraftKey(key)
    const isOfCase = id === caseId && draftForms.case.some((known) => known === form)
    return isOfCase || (form === 'person' && people.has(Number(key.split('-')[1] ?? 0)))
  })
  for (const { key } of gone) db.run('DELETE FROM drafts WHERE key = :key', { key })
  return gone.length
}

/**
 * Destroys addresses, telephone numbers and the way to reach her (who meets her where, her code word), and where they are kept for undoing. Whoever is
 * also in a case that is still open keeps theirs, they are needed there; and whoever is in one that is held.
 */
export function purgeContactDetails(db: WriteDb, caseId: CaseId): DestroyedCounts {
  const gaps = db.run('DELETE FROM import_gaps WHERE case_id = :caseId', { caseId }).changes
  const people = new Set(db.all<{ id: number }>(`SELECT id FROM ${inNoOtherNeed}`, { caseId }).map(({ id }) => id))
  // A correction of another case of hers holds her address too.
  const edits = db.run(
    `DELETE FROM case_edits WHERE case_id NOT IN ${heldCases} AND (case_id = :caseId
       OR (subject ->> '$.kind' = 'person' AND subject ->> '$.id' IN ${inNoOtherNeed})
       OR (subject ->> '$.kind' = 'case' AND case_id IN (SELECT c.id FROM cases c WHERE c.victim_id IN ${inNoOtherNeed} OR c.perpetrator_id IN ${inNoOtherNeed})))`,
    { caseId },
  ).changes
  const ways = db.run(`DELETE FROM case_entries WHERE case_id = :caseId AND kind = 'contactPoint'`, { caseId }).changes
  const words = db.run(
    `UPDATE case_entries SET content = json_set(content, '$.codeWord', ''), version = version + 1
     WHERE case_id = :caseId AND kind = 'voice' AND content ->> '$.codeWord' <> ''`,
    { caseId },
  ).changes
  const drafts = purgeDrafts(db, caseId, people)
  forgetMergesOf(db, [...people])
  const addresses = db.run(
    `UPDATE people SET address = '', phone = '', details = json_remove(details, '$.addressFacts', '$.otherAddresses', '$.otherPhones')
     WHERE id IN ${inNoOtherNeed} AND ${hasContactDetails}`,
    { caseId },
  ).changes
  db.run('UPDATE cases SET safe_contact = :contact, version = version + 1 WHERE id = :caseId', {
    caseId,
    contact: JSON.stringify(doNotContact),
  })
  return { contactDetails: addresses, contactWays: ways + words, edits, drafts, importTraces: gaps }
}

/** Destroys the words that a list sent out; that it was made stays. It can no longer be taken back in. */
export function purgeActionList(db: WriteDb, listId: number): DestroyedCounts {
  return { listRows: db.run('DELETE FROM action_list_rows WHERE list_id = :listId', { listId }).changes }
}

/** Destroys what an import noted in order to be undone; it can then be undone no more. */
export function purgeImportTraces(db: WriteDb, importId: ImportId): DestroyedCounts {
  return { importTraces: db.run('DELETE FROM import_gaps WHERE import_id = :importId', { importId }).changes }
}

/** Destroys a file that was read in order to be imported and never finished. */
export function purgeReview(db: WriteDb, kind: string): DestroyedCounts {
  return { unfinishedImports: db.run('DELETE FROM import_reviews WHERE kind = :kind', { kind }).changes }
}

export function purgeDraft(db: WriteDb, key: string): DestroyedCounts {
  return { drafts: db.run('DELETE FROM drafts WHERE key = :key', { key }).changes }
}

/** Destroys the log up to an entry, which must have been marked as its start before: the store itself lets no other entry go. */
export function purgeAuditEntries(db: WriteDb, upTo: number): DestroyedCounts {
  return { auditEntries: db.run('DELETE FROM audit_entries WHERE seq <= :upTo', { upTo }).changes }
}
