import type { CaseId } from '#domain/ids.ts'
import type { PersonInCase, Tie } from '#domain/people/tie.ts'
import { initials } from '#domain/person.ts'
import { Button } from '@mantine/core'
import { useRef } from 'react'
import { call, useApiCommand } from '../../../api.ts'
import { fieldWords } from '../../../i18n/refusal-words.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { useNames } from '../../../ui/names.ts'
import { PrivateFields } from '../../../ui/private-fields.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { useFormSaver } from '../saving/use-form-saver.ts'
import { EqualityFields } from './equality-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import { IdentityFields } from './identity-fields.tsx'
import { keptForm } from './kept-form.ts'
import { MoreFields } from './more-fields.tsx'
import classes from './people.module.css'
import { type PersonForm, personForm, readPersonForm, restorePersonForm } from './person-form.ts'
import { ReachFields } from './reach-fields.tsx'
import { SavedForm } from './saved-form.tsx'
import { TieForm } from './tie-form.tsx'

type Props = {
  readonly caseId: CaseId
  readonly inCase: PersonInCase
  /** Null for the victim and the perpetrator. */
  readonly tie: Tie | null
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Everything about one person of the case, saved as it is typed. */
export function PersonPanel({ caseId, inCase: { person }, tie, onClose, onRemoved }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const isParty = tie === null
  const saving = useFormSaver<PersonForm, number>({
    draftKey: `person:${String(caseId)}-${String(person.id)}`,
    place: person,
    fresh: personForm(person),
    form,
    save: (typed, { version }) => {
      const { content } = readPersonForm(typed, { isParty })
      return content === null ? null : call('people.save', { id: person.id, version, caseId, content }).then(() => person.id)
    },
    restore: (draft) => keptForm(draft, restorePersonForm),
  })
  const remove = useApiCommand('people.removeTie', { onDone: onRemoved })
  const { state } = saving
  const { areShown } = useNames()
  const name = areShown ? person.name : initials(person.name)

  const refused = state.error instanceof RefusalError && state.error.refusal.code === 'invalidInput' ? state.error.refusal.fields : []
  const shown = state.status === 'incomplete' ? readPersonForm(state.form, { isParty }).problems : state.status === 'refused' ? refused : []
  const errorOf = (path: string) => {
    const found = shown.find((problem) => problem.path === path || problem.path === `content.${path}`)
    return found === undefined ? null : fieldWords(found, t)
  }
  const change: FieldsProps['change'] = (part) => saving.change((before) => ({ ...before, ...part }))
  const fields = { value: state.form, change, errorOf }
  return (
    <SidePanel isForm title={name === '' ? t('people.edit.button') : t('people.edit', { name })} width={480} onClose={onClose}>
      {tie === null ? null : <TieForm tie={tie} />}
      <SavedForm saving={saving} form={form} now={{ ...person, form: personForm(person) }} isSaidAtFields={shown.length > 0}>
        <PrivateFields>
          <IdentityFields {...fields} />
          <ReachFields {...fields} />
          <MoreFields {...fields} />
          <EqualityFields {...fields} />
        </PrivateFields>
      </SavedForm>
      <RefusalNotice error={remove.error} />
      {tie === null ? null : (
        <Button
          size="xs"
          variant="default"
          className={classes.start}
          loading={remove.isPending}
          onClick={() => {
            saving.forget()
            remove.mutate({ caseId, tieId: tie.id, version: tie.version })
          }}
        >
          {t('people.remove')}
        </Button>
      )}
    </SidePanel>
  )
}
