import type { EntryId } from '#domain/ids.ts'
import type { Entry, EntryKind } from '#domain/record/entry.ts'
import type { Provenance } from '#domain/record/provenance.ts'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { today } from '../../../ui/today.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { blankContent } from './blank-content.ts'
import { EntryEditorContext, type EntryEditor } from './entry-editor.ts'
import { type ContentForm, entryForm, type EntryForm, ownProvenance, withPart } from './entry-form.ts'
import { EntryPanel } from './entry-panel.tsx'

type Opened = { readonly key: string; readonly id: EntryId | null; readonly fresh: EntryForm }

type Props = CaseTabProps & {
  readonly mayEdit: boolean
  readonly onRemoved: (entry: Entry) => void
  readonly children: ReactNode
}

/** Gives the tabs of a case the panel for one entry, and shows it while one is open. */
export function EntryEditorProvider({ detail, record, mayEdit, onRemoved, children }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const { entries } = record
  const openedId = opened?.id ?? null
  const editor = useMemo(
    (): EntryEditor => ({
      openedId,
      mayEdit,
      add: (kind: EntryKind, given?: Partial<ContentForm>, provenance: Provenance = ownProvenance) =>
        setOpened((before) => ({
          key: `${kind}-${before === null ? 1 : `${before.key}+`}`,
          id: null,
          fresh: { content: withPart(blankContent(kind, today()), given ?? {}), provenance },
        })),
      open: ({ id }) => {
        const entry = entries.find((each) => each.id === id)
        if (entry !== undefined) setOpened({ key: String(id), id, fresh: entryForm(entry) })
      },
    }),
    [entries, mayEdit, openedId],
  )
  return (
    <EntryEditorContext value={editor}>
      {children}
      {opened === null ? null : (
        <EntryPanel
          key={opened.key}
          detail={detail}
          record={record}
          id={opened.id}
          fresh={opened.fresh}
          onClose={close}
          onRemoved={(entry) => {
            close()
            onRemoved(entry)
          }}
        />
      )}
    </EntryEditorContext>
  )
}
