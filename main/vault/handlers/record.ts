import {
  agenciesHiddenFrom,
  agencyExists,
  entriesOfCase,
  findCase,
  insertEntry,
  isActionOfCase,
  keepEdit,
  listAgencies,
  nextEdits,
  type ReadDb,
  readSubject,
  referralsOfCase,
  refreshRisk,
  removeEntry,
  stepEdit,
  updateEntry,
  type WriteDb,
} from '#db'
import { assertNever } from '#domain/assert-never.ts'
import type { CaseId, EntryId } from '#domain/ids.ts'
import type { EditName, EditSubject } from '#domain/record/edit.ts'
import { type Entry, entriesOf, type EntryDraft } from '#domain/record/entry.ts'
import { entryProblems } from '#domain/record/entry-problems.ts'
import { Provenance } from '#domain/record/provenance.ts'
import { partnersOf } from '#domain/record/vote-result.ts'
import { referencesOf } from '#domain/record/references.ts'
import { accept, refuse, type RefusedNoun, type Result } from '#domain/refusal.ts'
import { lowersRecordedRisk } from '#domain/risk/lowering.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../handler.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'

/** The first thing that an entry names and that is not there, or not in its case. */
function missing(db: ReadDb, draft: EntryDraft, entries: readonly Entry[]): RefusedNoun | null {
  const named = referencesOf(draft.content, draft.provenance)
  if (!named.agencies.every((id) => agencyExists(db, id))) return 'agency'
  if (!named.actions.every((id) => isActionOfCase(db, id, draft.caseId))) return 'action'
  return named.entries.every((id) => entries.some((entry) => entry.id === id)) ? null : 'entry'
}

type Changed = { readonly caseId: CaseId; readonly id: EntryId; readonly before: readonly Entry[]; readonly loweringReason: string }

/**
 * True where a change that was just made takes the risk down and nobody says why: it is to be refused. Where somebody does, the reason becomes a note of
 * the record, which no undo takes away; in confidence where the assessment was.
 */
function isLoweredUnsaid(db: WriteDb, { caseId, id, before, loweringReason }: Changed, { now, today, actor }: Context): boolean {
  const referrals = referralsOfCase(db, caseId)
  if (!lowersRecordedRisk({ id, before, after: entriesOfCase(db, caseId), referrals })) return false
  if (loweringReason === '') return true
  const isPrivileged = before.find((entry) => entry.id === id)?.provenance.isPrivileged ?? false
  const note = { kind: 'note', on: today, text: loweringReason } as const
  insertEntry(db, { caseId, content: note, provenance: Provenance.parse({ isPrivileged }) }, { at: now, by: actor })
  return false
}

type Step = { readonly caseId: CaseId; readonly loweringReason: string }

/** Steps through the journal of a case, and words what stands in the way. */
function step(db: WriteDb, { caseId, loweringReason }: Step, way: 'undo' | 'redo', context: Context): Result<EditName> {
  if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
  const before = entriesOfCase(db, caseId)
  const stepped = stepEdit(db, caseId, way)
  switch (stepped.kind) {
    case 'done':
      if (stepped.subject.kind === 'entry' && isLoweredUnsaid(db, { caseId, id: stepped.subject.id, before, loweringReason }, context))
        return refuse({ code: 'reasonRequired' })
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

/** A vote keeps how many could have voted when its ballots were recorded: agencies that join later do not undo a decision. */
function withPartners(db: ReadDb, draft: EntryDraft, entries: readonly Entry[]): EntryDraft {
  const { caseId, id, content } = draft
  if (content.kind !== 'vote') return draft
  const before = entriesOf(entries, 'vote').find((entry) => entry.id === id)?.content
  const isSame = before !== undefined && JSON.stringify(before.ballots) === JSON.stringify(content.ballots)
  const partners = isSame ? before.partners : partnersOf(listAgencies(db, false), agenciesHiddenFrom(db, caseId), content.ballots)
  return { ...draft, content: { ...content, partners } }
}

export const recordHandlers: Handlers<'record'> = {
  of: (db, { caseId }) => {
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    return accept({ entries: entriesOfCase(db, caseId), ...nextEdits(db, caseId) })
  },
  // A closed case is noted in as well: what is learned late is still to be kept.
  save: (db, typed, context) => {
    const { now, today, actor } = context
    const { caseId, id, continues, loweringReason } = typed
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    const entries = entriesOfCase(db, caseId)
    if (id !== null && !entries.some((entry) => entry.id === id)) return refuse({ code: 'notFound', what: 'entry' })
    const draft = withPartners(db, typed, entries)
    const gone = missing(db, draft, entries)
    if (gone) return refuse({ code: 'notFound', what: gone })
    const fields = entryProblems(draft, entries, today)
    if (fields.length > 0) return refuse({ code: 'invalidInput', fields })

    const recording = { at: now, by: actor }
    const before = id === null ? null : readSubject(db, { kind: 'entry', id })
    if (id !== null && !updateEntry(db, { ...draft, id }, recording)) return refuse({ code: 'changedMeanwhile', what: 'entry' })
    const saved = id ?? insertEntry(db, draft, recording)
    keepEdit(db, { caseId, subject: { kind: 'entry', id: saved }, before, continues, ...recording })
    if (draft.content.kind === 'assessment') {
      if (isLoweredUnsaid(db, { caseId, id: saved, before: entries, loweringReason }, context)) return refuse({ code: 'reasonRequired' })
      refreshRisk(db, caseId)
    }
    if (draft.content.kind === 'incident') rejudgeRepeats(db, [caseId])
    return accept(saved)
  },
  remove: (db, { caseId, id, version, loweringReason }, context) => {
    const { now, actor } = context
    const entries = entriesOfCase(db, caseId)
    if (!entries.some((entry) => entry.id === id)) return refuse({ code: 'notFound', what: 'entry' })
    const leaning = entriesOf(entries, 'chainLink').filter(({ content }) => content.dependsOn === id)
    if (leaning.length > 0) return refuse({ code: 'inUse', what: 'entry', by: 'entry', count: leaning.length })
    const subject: EditSubject = { kind: 'entry', id }
    const before = readSubject(db, subject)
    if (!removeEntry(db, { id, version })) return refuse({ code: 'changedMeanwhile', what: 'entry' })
    keepEdit(db, { caseId, subject, before, at: now, by: actor })
    if (isLoweredUnsaid(db, { caseId, id, before: entries, loweringReason }, context)) return refuse({ code: 'reasonRequired' })
    refreshRisk(db, caseId)
    rejudgeRepeats(db, [caseId])
    return accept(null)
  },
  undo: (db, asked, context) => step(db, asked, 'undo', context),
  redo: (db, asked, context) => step(db, asked, 'redo', context),
}
