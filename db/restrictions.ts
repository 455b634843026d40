import type { IsoInstant } from '#domain/dates.ts'
import type { AgencyId, CaseId } from '#domain/ids.ts'
import type { Restriction, RestrictionDraft } from '#domain/restriction.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** The restriction of a case with whom it is hidden from; undefined where it has none. */
export function findRestriction(db: ReadDb, caseId: CaseId): Restriction | undefined {
  const stored = db.get<Pick<Restriction, 'reason' | 'setAt' | 'setBy'>>(
    'SELECT reason, set_at AS setAt, set_by AS setBy FROM case_restrictions WHERE case_id = :caseId',
    { caseId },
  )
  if (!stored) return undefined
  const holders = db.all<{ slotId: string }>('SELECT slot_id AS slotId FROM case_hidden_holders WHERE case_id = :caseId ORDER BY slot_id', {
    caseId,
  })
  return { ...stored, agencyIds: agenciesHiddenFrom(db, caseId), slotIds: holders.map(({ slotId }) => slotId) }
}

/** Every restricted case, the newest first, with the slots that it is hidden from. */
export function listRestrictedCases(
  db: ReadDb,
): readonly { readonly caseId: CaseId; readonly reference: string; readonly slotIds: readonly string[] }[] {
  const slots = db.all<{ caseId: CaseId; slotId: string }>(
    'SELECT case_id AS caseId, slot_id AS slotId FROM case_hidden_holders ORDER BY slot_id',
  )
  return db
    .all<{ caseId: CaseId; reference: string }>(
      'SELECT id AS caseId, reference FROM cases WHERE id IN (SELECT case_id FROM case_restrictions) ORDER BY id DESC',
    )
    .map((each) => ({ ...each, slotIds: slots.filter(({ caseId }) => caseId === each.caseId).map(({ slotId }) => slotId) }))
}

/** The agencies that get nothing of a case. */
export function agenciesHiddenFrom(db: ReadDb, caseId: CaseId): readonly AgencyId[] {
  return db
    .all<{ id: AgencyId }>('SELECT agency_id AS id FROM case_hidden_agencies WHERE case_id = :caseId ORDER BY agency_id', { caseId })
    .map(({ id }) => id)
}

/** The cases of which an agency gets nothing. */
export function casesHiddenFromAgency(db: ReadDb, agencyId: AgencyId): readonly CaseId[] {
  return db
    .all<{ id: CaseId }>('SELECT case_id AS id FROM case_hidden_agencies WHERE agency_id = :agencyId ORDER BY case_id', { agencyId })
    .map(({ id }) => id)
}

/** Puts a restriction in the place of the one that stands, if any. */
export function keepRestriction(db: WriteDb, draft: RestrictionDraft, at: IsoInstant, by: string): void {
  const { caseId, reason, agencyIds, slotIds } = draft
  dropRestriction(db, caseId)
  db.run('INSERT INTO case_restrictions (case_id, reason, set_at, set_by) VALUES (:caseId, :reason, :at, :by)', { caseId, reason, at, by })
  for (const agencyId of agencyIds)
    db.run('INSERT INTO case_hidden_agencies (case_id, agency_id) VALUES (:caseId, :agencyId)', { caseId, agencyId })
  for (const slotId of slotIds) db.run('INSERT INTO case_hidden_holders (case_id, slot_id) VALUES (:caseId, :slotId)', { caseId, slotId })
}

/** Takes a restriction away; false where there was none. */
export function dropRestriction(db: WriteDb, caseId: CaseId): boolean {
  db.run('DELETE FROM case_hidden_agencies WHERE case_id = :caseId', { caseId })
  db.run('DELETE FROM case_hidden_holders WHERE case_id = :caseId', { caseId })
  return db.run('DELETE FROM case_restrictions WHERE case_id = :caseId', { caseId }).changes > 0
}

/** The first of these agencies that a case is hidden from, by its name; undefined where it may be told to all of them. */
export function concernedAmong(db: ReadDb, caseId: CaseId, agencyIds: readonly (AgencyId | null)[]): string | undefined {
  const hidden = agenciesHiddenFrom(db, caseId)
  const id = agencyIds.find((each) => each !== null && hidden.includes(each))
  return id === undefined ? undefined : db.get<{ name: string }>('SELECT name FROM agencies WHERE id = :id', { id })?.name
}

/** By what a case and its actions are spoken of: words that a text for an agency it is hidden from must not hold. */
export function referencesOfCase(db: ReadDb, caseId: CaseId): readonly string[] {
  return db
    .all<{ reference: string }>(
      'SELECT reference FROM cases WHERE id = :caseId UNION ALL SELECT reference FROM actions WHERE case_id = :caseId',
      { caseId },
    )
    .map(({ reference }) => reference)
}
