import { regions } from '#domain/settings.ts'
import { Button, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useLanguage } from '../../i18n/language.ts'
import { termValues } from '../../i18n/term-values.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './vault.module.css'

/** Third step: whose record this is, and in whose words. */
export function TeamStep({ onSaved }: { readonly onSaved: () => void }) {
  const t = useT()
  const { locale, region, preview } = useLanguage()
  const [teamName, setTeamName] = useState('')
  const [coordinatorName, setCoordinatorName] = useState('')
  const save = useApiCommand('settings.save', { onDone: onSaved })
  const errorOf = useFieldErrors(save.error)

  function submit(event: FormEvent): void {
    event.preventDefault()
    save.mutate({ teamName, coordinatorName, region, locale })
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('vault.team.name')}
        required
        autoFocus
        maxLength={120}
        value={teamName}
        error={errorOf('teamName')}
        onChange={(event) => setTeamName(event.currentTarget.value)}
      />
      <TextInput
        label={t('vault.team.coordinator')}
        description={t('vault.team.coordinatorHint')}
        required
        maxLength={120}
        value={coordinatorName}
        error={errorOf('coordinatorName')}
        onChange={(event) => setCoordinatorName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('vault.team.region')}
        value={region}
        onChange={(value) => {
          const chosen = regions.find((each) => each === value)
          if (chosen !== undefined) preview({ locale, region: chosen })
        }}
      >
        {regions.map((each) => (
          <Radio
            key={each}
            mt="sm"
            value={each}
            label={t(`vault.region.${each}`)}
            description={t('vault.region.words', termValues(locale, each))}
          />
        ))}
      </Radio.Group>
      <RefusalNotice error={save.error} />
      <div className={classes.row}>
        <Button type="submit" disabled={teamName.trim() === '' || coordinatorName.trim() === ''} loading={save.isPending}>
          {t('vault.continue')}
        </Button>
      </div>
    </form>
  )
}
