import type { CaseId, ImportId } from '#domain/ids.ts'
import type { DestroyedCounts } from '#domain/retention/destruction.ts'
import { doNotContact } from '#domain/safe-contact.ts'
import type { WriteDb } from '../handles.ts'

const ofCase = 'listing_id IN (SELECT id FROM listings WHERE case_id = :caseId)'

/** Destroys what was said of a case at meetings, facts and risks; that it was heard stays. */
export function purgeMeetingNotes(db: WriteDb, caseId: CaseId): DestroyedCounts {
  return {
    facts: db.run(`DELETE FROM shared_facts WHERE ${ofCase}`, { caseId }).changes,
    risks: db.run(`DELETE FROM stated_risks WHERE ${ofCase}`, { caseId }).changes,
  }
}

/**
 * Destroys addresses, telephone numbers and the way to reach her. Whoever is also in a case that is still open keeps theirs: they are needed there.
 */
export function purgeContactDetails(db: WriteDb, caseId: CaseId): DestroyedCounts {
  const gaps = db.run('DELETE FROM import_gaps WHERE case_id = :caseId', { caseId }).changes
  const people = db.run(
    `UPDATE people SET address = '', phone = ''
     WHERE id IN (SELECT victim_id FROM cases WHERE id = :caseId UNION SELECT perpetrator_id FROM cases WHERE id = :caseId)
       AND (address <> '' OR phone <> '')
       AND NOT EXISTS (SELECT 1 FROM cases o WHERE people.id IN (o.victim_id, o.perpetrator_id) AND o.id <> :caseId AND o.closed_on IS NULL)`,
    { caseId },
  ).changes
  db.run('UPDATE cases SET safe_contact = :contact, version = version + 1 WHERE id = :caseId', {
    caseId,
    contact: JSON.stringify(doNotContact),
  })
  return { contactDetails: people, importTraces: gaps }
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
