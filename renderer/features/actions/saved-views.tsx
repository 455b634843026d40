import type { SavedFilter } from '#contract'
import type { ActionFilter } from '#domain/action.ts'
import { Button, CloseButton, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { isSameView } from './action-filter.ts'
import classes from './actions.module.css'

type Props = {
  readonly id: string
  readonly saved: readonly SavedFilter[]
  readonly filter: ActionFilter
  readonly onApply: (view: SavedFilter) => void
  /** Tells what was done; `undo` brings a removed view back. */
  readonly onDone: (notice: { readonly text: string; readonly undo?: () => void }) => void
}

/** Filters that were given a name: to show again, to remove, and the ones of now to be saved. */
export function SavedViews({ id, saved, filter, onApply, onDone }: Props) {
  const t = useT()
  const [name, setName] = useState('')
  const save = useApiCommand('actions.saveFilter', {
    onDone: (_, input) => {
      setName('')
      onDone({ text: t('actions.saved.added', { name: input.name }) })
    },
  })
  const bringBack = useApiCommand('actions.saveFilter')
  const remove = useApiCommand('actions.removeFilter')
  const errorOf = useFieldErrors(save.error)

  function submit(event: FormEvent): void {
    event.preventDefault()
    save.mutate({ name, filter })
  }

  function takeAway(view: SavedFilter): void {
    remove.mutate(
      { id: view.id },
      {
        onSuccess: () =>
          onDone({
            text: t('actions.saved.removed', { name: view.name }),
            undo: () => bringBack.mutate({ name: view.name, filter: view.filter }),
          }),
      },
    )
  }

  return (
    <section id={id} className={classes.more} aria-label={t('actions.saved.open')}>
      {saved.length === 0 ? <p className={classes.dim}>{t('actions.saved.none')}</p> : null}
      <ul className={classes.views}>
        {saved.map((view) => (
          <li key={view.id} className={classes.view}>
            <Button size="xs" variant="default" aria-pressed={isSameView(view.filter, filter)} onClick={() => onApply(view)}>
              {view.name}
            </Button>
            <CloseButton size="sm" aria-label={t('actions.saved.remove', { name: view.name })} onClick={() => takeAway(view)} />
          </li>
        ))}
      </ul>
      <form className={classes.saveView} onSubmit={submit}>
        <TextInput
          label={t('actions.saved.name')}
          value={name}
          maxLength={80}
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={save.isPending}>
          {t('actions.saved.save')}
        </Button>
      </form>
      <RefusalNotice error={save.error ?? remove.error ?? bringBack.error} />
    </section>
  )
}
