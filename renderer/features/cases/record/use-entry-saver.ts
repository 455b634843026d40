import type { CaseId, EntryId } from '#domain/ids.ts'
import type { Entry, EntryDraft } from '#domain/record/entry.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call } from '../../../api.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { watchDraft } from '../../../ui/drafts.ts'
import { type EntryForm, entryForm, readEntryForm, restoreEntryForm } from './entry-form.ts'
import { type EntrySaver, entrySaver, type SaverState } from './entry-saver.ts'

export type EntrySaving = {
  readonly state: SaverState<EntryForm, EntryId>
  readonly change: (change: (before: EntryForm) => EntryForm) => void
  readonly flush: () => Promise<void>
  /** Takes what the record has. */
  readonly take: (entry: Entry) => void
  /** Saves what was typed over what the record has now, or as a new entry where it has none. */
  readonly saveOver: (entry: Entry | undefined) => Promise<void>
  /** What was typed is not wanted any more. */
  readonly forget: () => void
}

type Start = {
  readonly caseId: CaseId
  readonly id: EntryId | null
  readonly fresh: EntryForm
  readonly version: number
  /** The form on the page: a date in it that cannot be read holds the save. */
  readonly form: RefObject<HTMLFormElement | null>
}

const unread = '[data-unread]'

function keyOf({ caseId, id, fresh }: Start): string {
  return `record:${caseId}-${id ?? fresh.content.kind}`
}

function isConflict(error: Error): boolean {
  if (!(error instanceof RefusalError)) return false
  const { refusal } = error
  return refusal.code === 'changedMeanwhile' || (refusal.code === 'notFound' && refusal.what === 'entry')
}

function saverOf(start: Start, queries: QueryClient): EntrySaver<EntryForm, EntryId> {
  const { caseId, id, fresh, version, form } = start
  const key = keyOf(start)
  // Whatever came of it, the page shows what the record has now.
  const send = async (draft: EntryDraft, continues: boolean) => {
    try {
      return await call('record.save', { ...draft, continues })
    } finally {
      await queries.invalidateQueries()
    }
  }
  return entrySaver<EntryForm, EntryId>(
    { form: fresh, place: { id, version } },
    {
      save: (typed, place, continues) => {
        const isHeld = form.current !== null && form.current.querySelector(unread) !== null
        const { draft } = readEntryForm(typed, { caseId, ...place })
        return isHeld || draft === null ? null : send(draft, continues)
      },
      isConflict,
      keepDraft: (typed, place) => call('drafts.save', { key, content: JSON.stringify({ ...place, form: typed }) }),
      dropDraft: () => call('drafts.remove', { key }),
    },
  )
}

/** The form of one entry, saved into the record as it is typed; for as long as the panel is mounted. Ready at once: who types on loses no letter. */
export function useEntrySaver(start: Start): EntrySaving {
  const client = useQueryClient()
  const [saver] = useState(() => saverOf(start, client))
  const first = useRef(start)
  const isForgotten = useRef(false)

  useEffect(() => {
    let isOver = false
    const { id, fresh, version } = first.current
    const restore = (draft: string | null) => {
      const kept = draft === null || isOver ? null : restoreEntryForm(draft, fresh)
      if (kept !== null) saver.restore(kept.form, id !== null && kept.version !== version ? 'conflict' : 'typing')
    }
    call('drafts.get', { key: keyOf(first.current) }).then(restore, () => undefined)
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
    take: useCallback((entry) => void saver.take(entryForm(entry), { id: entry.id, version: entry.version }), [saver]),
    saveOver: useCallback(
      (entry) => saver.saveOver(entry === undefined ? { id: null, version: 0 } : { id: entry.id, version: entry.version }),
      [saver],
    ),
    forget: useCallback(() => {
      isForgotten.current = true
    }, []),
  }
}
