import type { CaseId, EntryId, PersonId, TieId } from '../ids.ts'
import type { EntryKind } from './entry.ts'

/** What an edit of a case changed. A new kind of thing that can be undone is a new member here: the compiler then names what it needs. */
export type EditSubject =
  | { readonly kind: 'entry'; readonly id: EntryId }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'tie'; readonly id: TieId }
  | { readonly kind: 'case'; readonly id: CaseId }

/** What the next undo or redo would touch, for the screen to word: `change` is what was done by the edit, not what undoing it does. */
export type EditName = {
  readonly subject: EditSubject['kind']
  /** Null for what is no entry. */
  readonly entry: EntryKind | null
  readonly change: 'added' | 'changed' | 'removed'
}

/** So many of the newest edits of a case can be undone. */
export const undoableEdits = 50
