import type { CaseId, EntryId } from '#domain/ids.ts'
import type { Entry, EntryDraft } from '#domain/record/entry.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call } from '../../../api.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { watchDraft } from '../../../ui/drafts.ts'
import { type EntryForm, entryForm, readEntryForm, restoreEntryForm } from './entry-form.ts'
import { type EntrySaver, entrySaver, type SaverState } from './entry-saver.ts'

type Saver = EntrySaver<EntryForm, EntryId>

export type EntrySaving = {
  /** Null until the store has said whether there is a draft to restore. */
  readonly state: SaverState<EntryForm, EntryId> | null
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

/** The form of one entry, saved into the record as it is typed; for as long as the panel is mounted. */
export function useEntrySaver(start: Start): EntrySaving {
  const client = useQueryClient()
  const [saver, setSaver] = useState<Saver | null>(null)
  const first = useRef({ ...start, client })
  const isForgotten = useRef(false)

  useEffect(() => {
    let isOver = false
    const { caseId, id, fresh, version, form, client: queries } = first.current
    const key = `record:${caseId}-${id ?? fresh.content.kind}`
    // Whatever came of it, the page shows what the record has now.
    const send = async (draft: EntryDraft, continues: boolean) => {
      try {
        return await call('record.save', { ...draft, continues })
      } finally {
        await queries.invalidateQueries()
      }
    }
    const ports: Parameters<typeof entrySaver<EntryForm, EntryId>>[1] = {
      save: (typed, place, continues) => {
        if (form.current?.querySelector(unread) !== null && form.current !== null) return null
        const { draft } = readEntryForm(typed, { caseId, ...place })
        return draft === null ? null : send(draft, continues)
      },
      isConflict: (error) =>
        error instanceof RefusalError &&
        (error.refusal.code === 'changedMeanwhile' || (error.refusal.code === 'notFound' && error.refusal.what === 'entry')),
      keepDraft: (typed, place) => call('drafts.save', { key, content: JSON.stringify({ ...place, form: typed }) }),
      dropDraft: () => call('drafts.remove', { key }),
    }
    const begin = (draft: string | null) => {
      if (isOver) return
      const kept = draft === null ? null : restoreEntryForm(draft, fresh)
      const isOld = kept !== null && id !== null && kept.version !== version
      setSaver(
        entrySaver<EntryForm, EntryId>(
          { form: kept?.form ?? fresh, place: { id, version }, status: kept === null ? 'idle' : isOld ? 'conflict' : 'typing' },
          ports,
        ),
      )
    }
    call('drafts.get', { key }).then(begin, () => begin(null))
    return () => {
      isOver = true
    }
  }, [])

  useEffect(() => {
    if (saver === null) return
    // What was restored is saved at once, where it can be.
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
    change: useCallback((change) => saver?.change(change(saver.state().form)), [saver]),
    flush: useCallback(async () => saver?.flush(), [saver]),
    take: useCallback((entry) => void saver?.take(entryForm(entry), { id: entry.id, version: entry.version }), [saver]),
    saveOver: useCallback(
      async (entry) => saver?.saveOver(entry === undefined ? { id: null, version: 0 } : { id: entry.id, version: entry.version }),
      [saver],
    ),
    forget: useCallback(() => {
      isForgotten.current = true
    }, []),
  }
}

function nothing(): void {
  // Nothing to unsubscribe from.
}
