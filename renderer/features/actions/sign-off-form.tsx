import type { ActionRow } from '#domain/action.ts'
import type { Agency } from '#domain/agency.ts'
import { AgencyId } from '#domain/ids.ts'
import { maySignOff } from '#domain/safety/sign-off.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './actions.module.css'

type Props = {
  readonly row: ActionRow
  readonly agencies: readonly Agency[]
  readonly onSaved: (row: ActionRow) => void
  readonly onRefused: () => void
}

/** Notes who of the advocates said that an action may go ahead. What is typed is kept until it is saved. */
export function SignOffForm({ row, agencies, onSaved, onRefused }: Props) {
  const t = useT()
  const signing = agencies.filter(({ sector, isArchived }) => maySignOff(sector) && !isArchived)
  const [chosen, setChosen] = useState<AgencyId | null>(null)
  const by = useDraft(`signOff:${String(row.id)}`, '', (stored) => z.string().safeParse(stored).data ?? null)
  const save = useApiCommand('actions.signOff', {
    onDone: (saved) => {
      void by.discard()
      onSaved(saved)
    },
  })
  const agencyId = chosen ?? signing[0]?.id ?? null
  if (agencyId === null) return <p className={classes.small}>{t('safety.signOff.nobody')}</p>
  return (
    <form
      className={classes.form}
      aria-label={t('safety.signOff')}
      onSubmit={(event) => {
        event.preventDefault()
        if (by.value.trim() !== '') save.mutate({ id: row.id, version: row.version, agencyId, by: by.value }, { onError: onRefused })
      }}
    >
      <p className={classes.small}>{t('safety.signOff.why')}</p>
      <NativeSelect
        label={t('safety.signOff.agency')}
        value={agencyId}
        data={signing.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => setChosen(AgencyId.parse(Number(event.currentTarget.value)))}
      />
      <TextInput
        label={t('safety.signOff.by')}
        autoComplete="off"
        maxLength={120}
        value={by.value}
        onChange={(event) => by.set(event.currentTarget.value)}
      />
      <RefusalNotice error={save.error} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={by.value.trim() === ''}>
          {t('safety.signOff.save')}
        </Button>
      </div>
    </form>
  )
}
