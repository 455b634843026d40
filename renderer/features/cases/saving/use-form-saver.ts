import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call } from '../../../api.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { watchDraft } from '../../../ui/drafts.ts'
import { type FormSaver, formSaver, type Place, type SaverState } from './form-saver.ts'

export type FormStart<Form, Id> = {
  /** `<form>:<what it edits>`; never a name. */
  readonly draftKey: string
  readonly place: Place<Id>
  readonly fresh: Form
  /** The form on the page: a date in it that cannot be read holds the save. */
  readonly form: RefObject<HTMLFormElement | null>
  /** Null where the form cannot be saved as it is. `continues`: it goes on from the last save. */
  readonly save: (form: Form, place: Place<Id>, continues: boolean) => Promise<Id> | null
  /** What was typed earlier, from the JSON of a draft, and the version that it was typed over; null where it fits no longer. */
  readonly restore: (draft: string) => { readonly form: Form; readonly version: number } | null
}

export type FormSaving<Form, Id> = {
  readonly state: SaverState<Form, Id>
  readonly change: (change: (before: Form) => Form) => void
  readonly flush: () => Promise<void>
  /** Takes what the record has. */
  readonly take: (form: Form, place: Place<Id>) => void
  /** Saves what was typed over what the record has now. */
  readonly saveOver: (place: Place<Id>) => Promise<void>
  /** What was typed is not wanted any more. */
  readonly forget: () => void
}

/** True where the record has moved on under the form, or what it was of is gone. */
function isConflict(error: Error): boolean {
  if (!(error instanceof RefusalError)) return false
  const { refusal } = error
  return refusal.code === 'changedMeanwhile' || (refusal.code === 'notFound' && refusal.what === 'entry')
}

/** Whatever came of a save, the page shows what the record has now. */
async function readAnewAfter<Id>(saving: Promise<Id>, queries: QueryClient): Promise<Id> {
  try {
    return await saving
  } finally {
    await queries.invalidateQueries()
  }
}

function saverOf<Form, Id>({ draftKey: key, place, fresh, form, save }: FormStart<Form, Id>, queries: QueryClient): FormSaver<Form, Id> {
  return formSaver<Form, Id>(
    { form: fresh, place: { id: place.id, version: place.version } },
    {
      save: (typed, at, continues) => {
        if (form.current?.querySelector('[data-unread]')) return null
        const saving = save(typed, at, continues)
        return saving === null ? null : readAnewAfter(saving, queries)
      },
      isConflict,
      keepDraft: (typed, at) => call('drafts.save', { key, content: JSON.stringify({ ...at, form: typed }) }),
      dropDraft: () => call('drafts.remove', { key }),
    },
  )
}

/** A form that is saved as it is typed, for as long as its panel is mounted; what cannot be saved is kept as a draft. Ready at once: who types on loses no letter. */
export function useFormSaver<Form, Id>(start: FormStart<Form, Id>): FormSaving<Form, Id> {
  const client = useQueryClient()
  const [saver] = useState(() => saverOf(start, client))
  const first = useRef(start)
  const isForgotten = useRef(false)

  useEffect(() => {
    let isOver = false
    const { draftKey: key, place, restore } = first.current
    const bringBack = (draft: string | null) => {
      const kept = draft === null || isOver ? null : restore(draft)
      if (kept !== null) saver.restore(kept.form, place.id !== null && kept.version !== place.version ? 'conflict' : 'typing')
    }
    call('drafts.get', { key }).then(bringBack, () => undefined)
    return () => {
      isOver = true
    }
  }, [saver])

  useEffect(() => watchDraft(saver.flush), [saver])

  // Before the form leaves the page: a date that cannot be read is still seen.
  useLayoutEffect(
    () => () => {
      if (!isForgotten.current) void saver.flush()
    },
    [saver],
  )

  return {
    state: useSyncExternalStore(saver.subscribe, saver.state),
    change: useCallback((change) => saver.change(change(saver.state().form)), [saver]),
    flush: saver.flush,
    take: useCallback((form, place) => void saver.take(form, place), [saver]),
    saveOver: saver.saveOver,
    forget: useCallback(() => {
      isForgotten.current = true
    }, []),
  }
}
