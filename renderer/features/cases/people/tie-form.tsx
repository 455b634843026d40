import { type Tie, TieDraft } from '#domain/people/tie.ts'
import { useRef } from 'react'
import { call } from '../../../api.ts'
import { useFormSaver } from '../saving/use-form-saver.ts'
import { keptForm } from './kept-form.ts'
import { SavedForm } from './saved-form.tsx'
import { TieFields } from './tie-fields.tsx'

const draftOf = ({ role, side, isSafeToTalkTo, livesWith, note }: Tie): TieDraft => ({ role, side, isSafeToTalkTo, livesWith, note })

/** How somebody is tied to the case, saved as it is chosen. */
export function TieForm({ tie }: { readonly tie: Tie }) {
  const form = useRef<HTMLFormElement>(null)
  const saving = useFormSaver<TieDraft, number>({
    draftKey: `tie:${String(tie.caseId)}-${String(tie.id)}`,
    place: tie,
    fresh: draftOf(tie),
    form,
    save: (typed, { version }) => call('people.changeTie', { caseId: tie.caseId, tieId: tie.id, version, tie: typed }).then(() => tie.id),
    restore: (draft) => keptForm(draft, (stored) => TieDraft.safeParse(stored).data ?? null),
  })
  return (
    <SavedForm saving={saving} form={form} now={{ ...tie, form: draftOf(tie) }} isSaidAtFields={false}>
      <TieFields value={saving.state.form} change={(part) => saving.change((before) => ({ ...before, ...part }))} />
    </SavedForm>
  )
}
