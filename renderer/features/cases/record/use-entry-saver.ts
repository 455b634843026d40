import type { CaseId, EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/record/entry.ts'
import { type RefObject, useCallback, useRef } from 'react'
import { call } from '../../../api.ts'
import { type FormSaving, useFormSaver } from '../saving/use-form-saver.ts'
import { type EntryForm, entryForm, readEntryForm, restoreEntryForm } from './entry-form.ts'

export type EntrySaving = Omit<FormSaving<EntryForm, EntryId>, 'take' | 'saveOver'> & {
  /** Takes what the record has. */
  readonly take: (entry: Entry) => void
  /** Saves what was typed over what the record has now, or as a new entry where it has none. */
  readonly saveOver: (entry: Entry | undefined) => Promise<void>
  /** Saves what was refused because it takes the risk down, with the reason. */
  readonly saveLower: (reason: string) => Promise<void>
}

type Start = {
  readonly caseId: CaseId
  readonly id: EntryId | null
  readonly fresh: EntryForm
  readonly version: number
  /** The form on the page: a date in it that cannot be read holds the save. */
  readonly form: RefObject<HTMLFormElement | null>
}

/** The form of one entry, saved into the record as it is typed. */
export function useEntrySaver({ caseId, id, fresh, version, form }: Start): EntrySaving {
  const reason = useRef('')
  const saving = useFormSaver<EntryForm, EntryId>({
    draftKey: `record:${caseId}-${id ?? fresh.content.kind}`,
    place: { id, version },
    fresh,
    form,
    save: (typed, place, continues) => {
      const { draft } = readEntryForm(typed, { caseId, ...place })
      return draft === null ? null : call('record.save', { ...draft, continues, loweringReason: reason.current })
    },
    restore: (draft) => restoreEntryForm(draft, fresh),
  })
  const { take, flush } = saving
  return {
    ...saving,
    take: useCallback((entry) => take(entryForm(entry), { id: entry.id, version: entry.version }), [take]),
    saveLower: async (said) => {
      reason.current = said
      await flush()
      reason.current = ''
    },
    saveOver: (entry) => saving.saveOver(entry === undefined ? { id: null, version: 0 } : { id: entry.id, version: entry.version }),
  }
}
