import { type Agency, Sector, sectors } from '#domain/agency.ts'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { type ApiInput, useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './agencies.module.css'
import { type AgencyForm, draftOf, formOf, newPerson, restoreForm } from './agency-form.ts'
import { PersonFields } from './person-fields.tsx'

export type AgencyDone = {
  readonly message: 'agencies.added' | 'agencies.saved' | 'agencies.archivedNow' | 'agencies.restoredNow'
  readonly name: string
  readonly undo?: ApiInput<'agencies.archive'>
}

type Props = { readonly agency: Agency | null; readonly onClose: () => void; readonly onDone: (done: AgencyDone) => void }

/** One agency with its people: a new one where `agency` is null. */
export function AgencyPanel({ agency, onClose, onDone }: Props) {
  const t = useT()
  const draft = useDraft(`agency:${agency === null ? 'new' : String(agency.id)}`, formOf(agency), restoreForm)
  const form = draft.value
  const change = (part: Partial<AgencyForm>) => draft.set((now) => ({ ...now, ...part }))
  const finish = async (done: AgencyDone) => {
    await draft.discard()
    onDone(done)
  }
  const add = useApiCommand('agencies.add', { onDone: (_, input) => void finish({ message: 'agencies.added', name: input.name }) })
  const save = useApiCommand('agencies.change', {
    onDone: (_, input) => void finish({ message: 'agencies.saved', name: input.draft.name }),
  })
  const archive = useApiCommand('agencies.archive', {
    onDone: (_, { id, isArchived }) =>
      void finish({
        message: isArchived ? 'agencies.archivedNow' : 'agencies.restoredNow',
        name: agency?.name ?? '',
        undo: { id, isArchived: !isArchived },
      }),
  })
  const errorOf = useFieldErrors(add.error ?? save.error)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (agency === null) add.mutate(draftOf(form))
    else save.mutate({ id: agency.id, draft: draftOf(form) })
  }

  return (
    <SidePanel isForm title={agency === null ? t('agencies.add') : agency.name} onClose={onClose}>
      {draft.isRestored ? (
        <p role="status" className={classes.restored}>
          {t('ui.draftRestored')}
          <Button size="xs" variant="default" onClick={() => void draft.discard()}>
            {t('ui.draftDiscard')}
          </Button>
        </p>
      ) : null}
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('agencies.name')}
          required
          value={form.name}
          error={errorOf('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('agencies.sector')}
          value={form.sector}
          data={sectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
          onChange={(event) => change({ sector: Sector.parse(event.currentTarget.value) })}
        />
        <Checkbox
          label={t('agencies.isCore')}
          checked={form.isCore}
          onChange={(event) => change({ isCore: event.currentTarget.checked })}
        />
        <div className={classes.pair}>
          <TextInput
            label={t('agencies.email')}
            value={form.email}
            error={errorOf('email')}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
          <TextInput
            label={t('agencies.phone')}
            value={form.phone}
            error={errorOf('phone')}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
        </div>
        <h3>{t('agencies.people')}</h3>
        <p className={classes.quiet}>{t('agencies.people.text')}</p>
        {form.people.map((person, index) => (
          <PersonFields
            key={person.id ?? `new-${index}`}
            person={person}
            errorOf={(field) => errorOf(`people.${index}.${field}`)}
            onChange={(next) => change({ people: form.people.with(index, next) })}
            onRemove={() => change({ people: form.people.filter((_, at) => at !== index) })}
          />
        ))}
        <div className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            onClick={() => change({ people: [...form.people, newPerson(form.people.length === 0 ? 'representative' : 'deputy')] })}
          >
            {t('agencies.person.add')}
          </Button>
        </div>
        <Textarea
          label={t('agencies.notes')}
          autosize
          minRows={2}
          value={form.notes}
          error={errorOf('notes')}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
        <RefusalNotice error={add.error ?? save.error ?? archive.error} />
        <div className={classes.buttons}>
          <Button type="submit" loading={add.isPending || save.isPending}>
            {t('ui.save')}
          </Button>
          {agency === null ? null : (
            <Button
              className={classes.last}
              variant="default"
              onClick={() => archive.mutate({ id: agency.id, isArchived: !agency.isArchived })}
            >
              {t(agency.isArchived ? 'agencies.restore' : 'agencies.archive')}
            </Button>
          )}
        </div>
      </form>
    </SidePanel>
  )
}
