import { type Entry, EntryContent, type EntryDraft, dayOf } from '#domain/record/entry.ts'
import type { Provenance } from '#domain/record/provenance.ts'
import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { ActionId, AgencyId, CaseId, EntryId, ImportId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

type StoredEntry = {
  readonly id: EntryId
  readonly caseId: CaseId
  readonly version: number
  readonly content: string
  readonly saidBy: AgencyId | null
  readonly saidOn: IsoDate | null
  readonly basis: Provenance['basis']
  readonly isPrivileged: number
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
}

const columns = `id, case_id AS caseId, version, content, said_by AS saidBy, said_on AS saidOn, basis, is_privileged AS isPrivileged,
  recorded_at AS recordedAt, recorded_by AS recordedBy`

function entryOf({ id, caseId, version, content, saidBy, saidOn, basis, isPrivileged, recordedAt, recordedBy }: StoredEntry): Entry {
  return {
    id,
    caseId,
    version,
    content: EntryContent.parse(JSON.parse(content)),
    provenance: { saidBy, saidOn, basis, isPrivileged: isPrivileged === 1 },
    recordedAt,
    recordedBy,
  }
}

/** The record of a case, in the order in which it was written. Throws where a stored entry is of no kind that this version knows. */
export function entriesOfCase(db: ReadDb, caseId: CaseId): readonly Entry[] {
  return db.all<StoredEntry>(`SELECT ${columns} FROM case_entries WHERE case_id = :caseId ORDER BY id`, { caseId }).map(entryOf)
}

export function findEntry(db: ReadDb, id: EntryId): Entry | undefined {
  const row = db.get<StoredEntry>(`SELECT ${columns} FROM case_entries WHERE id = :id`, { id })
  return row && entryOf(row)
}

/** Whether an action is there and belongs to a case. */
export function isActionOfCase(db: ReadDb, id: ActionId, caseId: CaseId): boolean {
  return db.get('SELECT 1 FROM actions WHERE id = :id AND case_id = :caseId', { id, caseId }) !== undefined
}

/** Who wrote an entry when. */
export type Recording = { readonly at: IsoInstant; readonly by: string }

function parametersOf({ content, provenance }: Pick<EntryDraft, 'content' | 'provenance'>, { at, by }: Recording) {
  return {
    kind: content.kind,
    onDate: dayOf(content),
    content: JSON.stringify(content),
    saidBy: provenance.saidBy,
    saidOn: provenance.saidOn,
    basis: provenance.basis,
    isPrivileged: Number(provenance.isPrivileged),
    at,
    by,
  }
}

export function insertEntry(
  db: WriteDb,
  draft: Pick<EntryDraft, 'caseId' | 'content' | 'provenance'>,
  recording: Recording,
  importId: ImportId | null = null,
): EntryId {
  const { id } = db.run(
    `INSERT INTO case_entries (case_id, kind, on_date, content, said_by, said_on, basis, is_privileged, recorded_at, recorded_by, import_id)
     VALUES (:caseId, :kind, :onDate, :content, :saidBy, :saidOn, :basis, :isPrivileged, :at, :by, :importId)`,
    { caseId: draft.caseId, importId, ...parametersOf(draft, recording) },
  )
  return id as EntryId
}

/** Writes a newer form of an entry if it still has that version; false where somebody was faster. */
export function updateEntry(
  db: WriteDb,
  draft: Pick<EntryDraft, 'content' | 'provenance' | 'version'> & { readonly id: EntryId },
  recording: Recording,
): boolean {
  return (
    db.run(
      `UPDATE case_entries SET kind = :kind, on_date = :onDate, content = :content, said_by = :saidBy, said_on = :saidOn, basis = :basis,
         is_privileged = :isPrivileged, recorded_at = :at, recorded_by = :by, version = version + 1
       WHERE id = :id AND version = :version`,
      { id: draft.id, version: draft.version, ...parametersOf(draft, recording) },
    ).changes === 1
  )
}

/** Removes an entry if it still has that version; false where somebody was faster. */
export function removeEntry(db: WriteDb, { id, version }: { readonly id: EntryId; readonly version: number }): boolean {
  return db.run('DELETE FROM case_entries WHERE id = :id AND version = :version', { id, version }).changes === 1
}
