import type { EntryId } from '#domain/ids.ts'
import type { Entry, EntryKind } from '#domain/record/entry.ts'
import type { Provenance } from '#domain/record/provenance.ts'
import { createContext, use } from 'react'
import type { ContentForm } from './entry-form.ts'

export type EntryEditor = {
  /** Opens the panel for a new entry; `given` is filled in already, such as the domain of a need, and where it comes from, if it is not the team's own. */
  readonly add: <Kind extends EntryKind>(kind: Kind, given?: Partial<Omit<ContentForm<Kind>, 'kind'>>, provenance?: Provenance) => void
  /** Opens the panel for an entry of the record. */
  readonly open: (entry: Pick<Entry, 'id'>) => void
  readonly openedId: EntryId | null
  /** False where the role of whoever is in may not change anything; buttons that add are left out then. */
  readonly mayEdit: boolean
}

const nowhere: EntryEditor = { add: () => undefined, open: () => undefined, openedId: null, mayEdit: false }

export const EntryEditorContext = createContext<EntryEditor>(nowhere)

/** The panel for one entry of the case that is shown, from any tab of it. */
export function useEntryEditor(): EntryEditor {
  return use(EntryEditorContext)
}
