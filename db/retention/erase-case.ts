import { draftForms, readDraftKey } from '#domain/draft-key.ts'
import type { CaseId } from '#domain/ids.ts'
import type { DestroyedCounts } from '#domain/retention/destruction.ts'
import { reviewNames, soughtNames, type SoughtName, textNames, textsInJson } from '#domain/retention/name-search.ts'
import { deletePeopleInNoCase, peopleIdsOfCase } from '../people.ts'
import { forgetMergesOf } from '../people/merges.ts'
import { findPerson } from '../people/records.ts'
import { isHeldDraft } from './holds.ts'
import { dropRestriction } from '../restrictions.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

function namesOfCase(db: ReadDb, caseId: CaseId): readonly SoughtName[] {
  const people = peopleIdsOfCase(db, caseId).flatMap((id) => findPerson(db, id) ?? [])
  return soughtNames(people.flatMap(({ name, details }) => [name, ...details.aliases]))
}

/** Forms half filled in that belong to the case or name somebody of it, but for those of another case that is held. */
function deleteDrafts(db: WriteDb, caseId: CaseId, names: readonly SoughtName[]): number {
  const ids = (sql: string) => new Set(db.all<{ id: number }>(sql, { caseId }).map(({ id }) => id))
  const own = {
    case: new Set<number>([caseId]),
    referral: ids('SELECT id FROM referrals WHERE case_id = :caseId'),
    listing: ids('SELECT id FROM listings WHERE case_id = :caseId'),
    action: ids('SELECT id FROM actions WHERE case_id = :caseId'),
  }
  const isOwn = (key: string) => {
    const { form, id } = readDraftKey(key)
    return (['case', 'referral', 'listing', 'action'] as const).some(
      (noun) => draftForms[noun].some((known) => known === form) && own[noun].has(id),
    )
  }
  const gone = db
    .all<{ key: string; content: string }>(`SELECT key, content FROM drafts WHERE NOT ${isHeldDraft}`)
    .filter(({ key, content }) => isOwn(key) || textsInJson(content).some((text) => textNames(text, names)))
  for (const { key } of gone) db.run('DELETE FROM drafts WHERE key = :key', { key })
  return gone.length
}

/** Files being imported and saved views that name somebody of the case. */
function deleteNamingThem(db: WriteDb, names: readonly SoughtName[]): DestroyedCounts {
  const reviews = db
    .all<{ kind: string; fileName: string; sheet: string; choices: string }>(
      'SELECT kind, file_name AS fileName, sheet, choices FROM import_reviews',
    )
    .filter(({ fileName, sheet, choices }) => textNames(fileName, names) || reviewNames(sheet, choices, names))
  for (const { kind } of reviews) db.run('DELETE FROM import_reviews WHERE kind = :kind', { kind })
  const filters = db
    .all<{ id: number; name: string; filter: string }>('SELECT id, name, filter FROM saved_filters')
    .filter(({ name, filter }) => [name, ...textsInJson(filter)].some((text) => textNames(text, names)))
  for (const { id } of filters) db.run('DELETE FROM saved_filters WHERE id = :id', { id })
  const mappings = db.all<{ id: number; name: string }>('SELECT id, name FROM import_mappings').filter(({ name }) => textNames(name, names))
  for (const { id } of mappings) db.run('DELETE FROM import_mappings WHERE id = :id', { id })
  return { unfinishedImports: reviews.length, savedViews: filters.length, savedMappings: mappings.length }
}

/**
 * Deletes a case and all that belongs to it or names its people: referrals, places on agendas with what was said, actions with their history and the
 * lists' rows, the record with what is kept for undoing, children, drafts, unfinished imports, saved views. Its people go unless another case has them. Meetings, and the numbers of lists, stay.
 * Answers how many rows of each sort went. Throws where there is no such case.
 */
export function eraseCase(db: WriteDb, caseId: CaseId): DestroyedCounts {
  if (!db.get('SELECT 1 FROM cases WHERE id = :caseId', { caseId })) throw new Error('no such case')
  const names = namesOfCase(db, caseId)
  const drafts = deleteDrafts(db, caseId, names)
  const naming = deleteNamingThem(db, names)
  const gone = (sql: string) => db.run(sql, { caseId }).changes

  const ofActions = 'action_id IN (SELECT id FROM actions WHERE case_id = :caseId)'
  const ofListings = 'listing_id IN (SELECT id FROM listings WHERE case_id = :caseId)'
  db.run(
    `INSERT INTO last_ids (noun, id) SELECT 'actions', coalesce(max(id), 0) FROM main.actions WHERE true
     ON CONFLICT (noun) DO UPDATE SET id = max(id, excluded.id)`,
  )
  const listRows = gone(`DELETE FROM action_list_rows WHERE ${ofActions}`)
  gone(`DELETE FROM action_events WHERE ${ofActions}`)
  const actions = gone('DELETE FROM actions WHERE case_id = :caseId')
  const facts = gone(`DELETE FROM shared_facts WHERE ${ofListings}`)
  const risks = gone(`DELETE FROM stated_risks WHERE ${ofListings}`)
  gone('UPDATE meetings SET current_listing_id = NULL WHERE current_listing_id IN (SELECT id FROM listings WHERE case_id = :caseId)')
  gone('UPDATE referrals SET listing_id = NULL WHERE case_id = :caseId')
  gone(`DELETE FROM guarded_openings WHERE ${ofListings}`)
  const listings = gone('DELETE FROM listings WHERE case_id = :caseId')
  const referrals = gone('DELETE FROM referrals WHERE case_id = :caseId')
  const importTraces = gone('DELETE FROM import_gaps WHERE case_id = :caseId')
  const entries = gone('DELETE FROM case_entries WHERE case_id = :caseId')
  const edits = gone('DELETE FROM case_edits WHERE case_id = :caseId')
  const everybody = peopleIdsOfCase(db, caseId)
  const children = db.all<{ id: number }>('SELECT person_id AS id FROM children WHERE case_id = :caseId', { caseId }).map(({ id }) => id)
  gone('DELETE FROM case_ties WHERE case_id = :caseId')
  gone('DELETE FROM case_links WHERE one_case_id = :caseId OR other_case_id = :caseId')
  gone('DELETE FROM case_conflicts WHERE case_id = :caseId')
  gone('DELETE FROM legal_holds WHERE case_id = :caseId')
  dropRestriction(db, caseId)
  gone('DELETE FROM cases WHERE id = :caseId')
  // What was destroyed must not come back by taking a merge back.
  forgetMergesOf(db, everybody)
  deletePeopleInNoCase(db, children)
  const people = deletePeopleInNoCase(
    db,
    everybody.filter((id) => !children.includes(id)),
  )
  const ofCase = { people, children: children.length, referrals, listings, facts, risks, actions, entries }
  return { ...ofCase, edits, listRows, importTraces, drafts, ...naming }
}
