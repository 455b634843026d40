import type { EntryId } from '#domain/ids.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import type { ContentForm } from './entry-form.ts'

/** What the fields of one kind of entry are given. */
export type FieldsProps<Kind extends EntryKind> = CaseTabProps & {
  /** Null while it is new. */
  readonly entryId: EntryId | null
  readonly value: ContentForm<Kind>
  /** Changes some of the fields; the form is saved by itself soon after. */
  readonly set: (part: Partial<ContentForm<Kind>>) => void
  /** What is wrong with a field by its path inside the content (`on`, `violations.0.what`), in words. */
  readonly errorOf: (path: string) => string | null
  /** The id of a field on the page by its path. */
  readonly idOf: (path: string) => string
}
