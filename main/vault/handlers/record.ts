import {
  agencyExists,
  entriesOfCase,
  findCase,
  insertEntry,
  isActionOfCase,
  keepEdit,
  nextEdits,
  type ReadDb,
  readSubject,
  refreshRisk,
  removeEntry,
  stepEdit,
  updateEntry,
  type WriteDb,
} from '#db'
import { assertNever } from '#domain/assert-never.ts'
import type { CaseId } from '#domain/ids.ts'
import type { EditName, EditSubject } from '#domain/record/edit.ts'
import { type Entry, entriesOf, type EntryDraft } from '#domain/record/entry.ts'
import { entryProblems } from '#domain/record/entry-problems.ts'
import { referencesOf } from '#domain/record/references.ts'
import { accept, refuse, type RefusedNoun, type Result } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'

/** The first thing that an entry names and that is not there, or not in its case. */
function missing(db: ReadDb, draft: EntryDraft, entries: readonly Entry[]): RefusedNoun | null {
  const named = referencesOf(draft.content, draft.provenance)
  if (!named.agencies.every((id) => agencyExists(db, id))) return 'agency'
  if (!named.actions.every((id) => isActionOfCase(db, id, draft.caseId))) return 'action'
  return named.entries.every((id) => entries.some((entry) => entry.id === id)) ? null : 'entry'
}

/** Steps through the journal of a case, and words what stands in the way. */
function step(db: WriteDb, caseId: CaseId, way: 'undo' | 'redo'): Result<EditName> {
  if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
  const stepped = stepEdit(db, caseId, way)
  switch (stepped.kind) {
    case 'done':
      refreshRisk(db, caseId)
      rejudgeRepeats(db, [caseId])
      return accept(stepped.edit)
    case 'nothing':
      return refuse({ code: way === 'undo' ? 'nothingToUndo' : 'nothingToRedo' })
    case 'changed':
      return refuse({ code: 'changedMeanwhile', what: stepped.subject.kind === 'tie' ? 'person' : stepped.subject.kind })
    default:
      return assertNever(stepped)
  }
}

export const recordHandlers: Handlers<'record'> = {
  of: (db, { caseId }) => {
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    return accept({ entries: entriesOfCase(db, caseId), ...nextEdits(db, caseId) })
  },
  // A closed case is noted in as well: what is learned late is still to be kept.
  save: (db, draft, { now, today, actor }) => {
    const { caseId, id, continues } = draft
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    const entries = entriesOfCase(db, caseId)
    if (id !== null && !entries.some((entry) => entry.id === id)) return refuse({ code: 'notFound', what: 'entry' })
    const gone = missing(db, draft, entries)
    if (gone) return refuse({ code: 'notFound', what: gone })
    const fields = entryProblems(draft, entries, today)
    if (fields.length > 0) return refuse({ code: 'invalidInput', fields })

    const recording = { at: now, by: actor }
    const before = id === null ? null : readSubject(db, { kind: 'entry', id })
    if (id !== null && !updateEntry(db, { ...draft, id }, recording)) return refuse({ code: 'changedMeanwhile', what: 'entry' })
    const saved = id ?? insertEntry(db, draft, recording)
    keepEdit(db, { caseId, subject: { kind: 'entry', id: saved }, before, continues, ...recording })
    if (draft.content.kind === 'assessment') refreshRisk(db, caseId)
    if (draft.content.kind === 'incident') rejudgeRepeats(db, [caseId])
    return accept(saved)
  },
  remove: (db, { caseId, id, version }, { now, actor }) => {
    const entries = entriesOfCase(db, caseId)
    if (!entries.some((entry) => entry.id === id)) return refuse({ code: 'notFound', what: 'entry' })
    const leaning = entriesOf(entries, 'chainLink').filter(({ content }) => content.dependsOn === id)
    if (leaning.length > 0) return refuse({ code: 'inUse', what: 'entry', by: 'entry', count: leaning.length })
    const subject: EditSubject = { kind: 'entry', id }
    const before = readSubject(db, subject)
    if (!removeEntry(db, { id, version })) return refuse({ code: 'changedMeanwhile', what: 'entry' })
    keepEdit(db, { caseId, subject, before, at: now, by: actor })
    refreshRisk(db, caseId)
    rejudgeRepeats(db, [caseId])
    return accept(null)
  },
  undo: (db, { caseId }) => step(db, caseId, 'undo'),
  redo: (db, { caseId }) => step(db, caseId, 'redo'),
}
