import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call } from '../../../api.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { watchDraft } from '../../../ui/drafts.ts'
import { type EntrySaver, entrySaver, type SaverState } from '../record/entry-saver.ts'

type Start<Form> = {
  /** `<form>:<what it edits>`; never a name. */
  readonly draftKey: string
  readonly id: number
  readonly version: number
  readonly fresh: Form
  /** The form on the page: a date in it that cannot be read holds the save. */
  readonly form: RefObject<HTMLFormElement | null>
  /** Null where the form cannot be saved as it is. */
  readonly save: (form: Form, version: number) => Promise<unknown> | null
  readonly restore: (stored: unknown) => Form | null
}

export type Saving<Form> = {
  /** Null until the store has said whether there is a draft to restore. */
  readonly state: SaverState<Form, number> | null
  readonly change: (part: Partial<Form>) => void
  readonly flush: () => Promise<void>
  readonly take: (form: Form, version: number) => void
  readonly saveOver: (version: number) => void
  /** What was typed is not wanted any more. */
  readonly forget: () => void
}

const nothing = () => undefined

/** A form that is saved as it is typed, for as long as its panel is mounted; what cannot be saved is kept as a draft. */
export function useSaver<Form extends object>(start: Start<Form>): Saving<Form> {
  const client = useQueryClient()
  const [saver, setSaver] = useState<EntrySaver<Form, number> | null>(null)
  const first = useRef(start)
  const isForgotten = useRef(false)

  useEffect(() => {
    let isOver = false
    const { draftKey: key, id, version, fresh, form, save, restore } = first.current
    const begin = (draft: string | null) => {
      if (isOver) return
      const kept = readDraft(draft, restore)
      const status = kept === null ? 'idle' : kept.version === version ? 'typing' : 'conflict'
      setSaver(
        entrySaver<Form, number>(
          { form: kept?.form ?? fresh, place: { id, version }, status },
          {
            save: (typed, place) => {
              if (form.current?.querySelector('[data-unread]')) return null
              return (
                save(typed, place.version)?.then(async () => {
                  await client.invalidateQueries()
                  return id
                }) ?? null
              )
            },
            isConflict: (error) => error instanceof RefusalError && error.refusal.code === 'changedMeanwhile',
            keepDraft: (typed, place) => call('drafts.save', { key, content: JSON.stringify({ version: place.version, form: typed }) }),
            dropDraft: () => call('drafts.remove', { key }),
          },
        ),
      )
    }
    call('drafts.get', { key }).then(begin, () => begin(null))
    return () => {
      isOver = true
    }
  }, [client])

  useEffect(() => {
    if (saver === null) return
    void saver.flush()
    return watchDraft(saver.flush)
  }, [saver])

  // Before the form leaves the page: a date that cannot be read is still seen.
  useLayoutEffect(
    () => () => {
      if (!isForgotten.current) void saver?.flush()
    },
    [saver],
  )

  const state = useSyncExternalStore(
    useCallback((listener: () => void) => saver?.subscribe(listener) ?? nothing, [saver]),
    () => saver?.state() ?? null,
  )
  return {
    state,
    change: useCallback((part) => saver?.change({ ...saver.state().form, ...part }), [saver]),
    flush: useCallback(async () => saver?.flush(), [saver]),
    take: useCallback((form, version) => void saver?.take(form, { id: first.current.id, version }), [saver]),
    saveOver: useCallback((version) => void saver?.saveOver({ id: first.current.id, version }), [saver]),
    forget: useCallback(() => {
      isForgotten.current = true
    }, []),
  }
}

function readDraft<Form>(
  draft: string | null,
  restore: (stored: unknown) => Form | null,
): { readonly form: Form; readonly version: number } | null {
  const stored: unknown = draft === null ? null : JSON.parse(draft)
  if (typeof stored !== 'object' || stored === null || !('form' in stored) || !('version' in stored)) return null
  const form = restore(stored.form)
  return form === null || typeof stored.version !== 'number' ? null : { form, version: stored.version }
}
