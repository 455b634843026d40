import { CaseId, EntryId } from '#domain/ids.ts'
import type { EditName } from '#domain/record/edit.ts'
import { type Entry, EntryDraft } from '#domain/record/entry.ts'
import { words } from '#domain/text.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

const ofCase = z.strictObject({ caseId: CaseId })
/** Why the risk goes down, where a change of what was recorded takes it down (refused with `reasonRequired` without); becomes a note of the record. */
const lowering = { loweringReason: words(2000).default('') }

export const recordOperations = {
  /** All that stands in the record of a case, in the order in which it was written, and what undoing and redoing would touch next. */
  of: query(ofCase).returns<{ readonly entries: readonly Entry[]; readonly undo: EditName | null; readonly redo: EditName | null }>(),
  /**
   * Writes a new entry, or a newer form of one. `continues`: the form that was saved last is still open and typed in; both saves are one edit to
   * whoever undoes.
   */
  save: command(EntryDraft.extend({ continues: z.boolean().default(false), ...lowering })).returns<EntryId>(),
  remove: command(z.strictObject({ caseId: CaseId, id: EntryId, version: z.int().min(1), ...lowering })).returns<null>(),
  /** Takes the newest edit of a case back; one of the last 50. Answers what was taken back. */
  undo: command(ofCase.extend(lowering)).returns<EditName>(),
  /** Does the edit again that was undone last, as long as nothing else was edited. */
  redo: command(ofCase.extend(lowering)).returns<EditName>(),
}
