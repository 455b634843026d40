import type { ActionRow } from '#domain/action.ts'
import { AgencyId } from '#domain/ids.ts'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { fieldWords } from '../../i18n/refusal-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useActionsOfCase } from './action-safety.tsx'
import { ActionConflict } from './action-conflict.tsx'
import classes from './actions.module.css'
import { SafetyFields } from './safety-fields.tsx'
import { type EditForm, editForm, readEditForm, restoreEditForm } from './edit-form.ts'

type Props = {
  readonly row: ActionRow
  readonly onSaved: (row: ActionRow) => void
  readonly onClose: () => void
  /** The record may have moved on: it is read again, so that both can be set side by side. */
  readonly onRefused: () => void
}

/** Corrects agency, text, day and safety mark of an action. What is typed is kept until it is saved; nothing newer is overwritten unasked. */
export function ActionEdit({ row, onSaved, onClose, onRefused }: Props) {
  const t = useT()
  const stored = editForm(row)
  const draft = useDraft(`action:${String(row.id)}`, stored, restoreEditForm)
  const [isTried, setTried] = useState(false)
  const agencies = useApiQuery('agencies.list', { includeArchived: true })
  const save = useApiCommand('actions.change', {
    onDone: (saved) => {
      void draft.discard()
      onSaved(saved)
    },
  })
  const others = useActionsOfCase(row)
  const form = draft.value
  const isConflict = draft.isReady && form.version !== row.version
  const change = (part: Partial<EditForm>) => draft.set((now) => ({ ...now, ...part }))
  const errorOf = (field: keyof EditForm) => {
    const problem = isTried ? readEditForm(form, row.id).problems.find(({ path }) => path === field) : undefined
    return problem === undefined ? null : fieldWords(problem, t)
  }

  function send(wanted: EditForm): void {
    setTried(true)
    const read = readEditForm(wanted, row.id)
    if (read.change !== null) save.mutate(read.change, { onError: onRefused })
  }

  if (!draft.isReady) return null
  const choices = (agencies.data ?? []).filter((agency) => !agency.isArchived || agency.id === form.agencyId)
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('actions.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        send(form)
      }}
    >
      {draft.isRestored && !isConflict ? (
        <p role="status" className={classes.small}>
          {t('ui.draftRestored')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void draft.discard()}>
            {t('ui.draftDiscard')}
          </Button>
        </p>
      ) : null}
      {isConflict ? (
        <ActionConflict
          mine={form}
          stored={stored}
          actionReference={(id) => others.find((other) => other.id === id)?.reference ?? ''}
          agencyName={(id) => agencies.data?.find((agency) => agency.id === id)?.name ?? ''}
          onKeepMine={() => {
            const mine = { ...form, version: row.version }
            draft.set(mine)
            send(mine)
          }}
          onTakeTheirs={() => {
            void draft.discard()
            onClose()
          }}
        />
      ) : null}
      <NativeSelect
        label={t('actions.edit.agencyId')}
        autoFocus
        value={form.agencyId}
        data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={errorOf('agencyId')}
        onChange={(event) => change({ agencyId: AgencyId.parse(Number(event.currentTarget.value)) })}
      />
      <Textarea
        label={t('actions.edit.description')}
        autosize
        minRows={2}
        required
        value={form.description}
        error={errorOf('description')}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <DateField
        label={t('actions.edit.dueOn')}
        isRequired
        value={form.dueOn}
        error={errorOf('dueOn')}
        onChange={(dueOn) => change({ dueOn })}
      />
      <Checkbox
        label={t('actions.edit.isSafetyAction')}
        checked={form.isSafetyAction}
        onChange={(event) => change({ isSafetyAction: event.currentTarget.checked })}
      />
      <SafetyFields safety={form.safety} agencies={agencies.data ?? []} others={others} onChange={(safety) => change({ safety })} />
      <TextInput
        label={t('actions.edit.reason')}
        description={t('actions.edit.reasonHint')}
        autoComplete="off"
        value={form.reason}
        error={errorOf('reason')}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {isConflict ? null : <RefusalNotice error={save.error} />}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={isConflict}>
          {t('ui.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
