import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSecretCall } from './use-secret-call.ts'
import classes from './vault.module.css'

type Props = { readonly askedGroups: readonly number[]; readonly onBack: () => void; readonly onCreated: () => void }

/** Second step, second half: three groups typed back, so that a key that was not kept is noticed now. */
export function ConfirmStep({ askedGroups, onBack, onCreated }: Props) {
  const t = useT()
  const create = useSecretCall('vault.create')
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const wrong = create.error?.refusal.code === 'recoveryGroupsDiffer' ? create.error.refusal.groups : []
  const isComplete = askedGroups.every((index) => (typed[index] ?? '').trim() !== '')

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isComplete) return
    const created = await create.run({ typedGroups: askedGroups.map((index) => ({ index, text: typed[index] ?? '' })) })
    if (created !== undefined) onCreated()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <div className={classes.asked}>
        {askedGroups.map((index, place) => (
          <TextInput
            key={index}
            label={t('vault.confirm.group', { number: index + 1 })}
            autoComplete="off"
            spellCheck={false}
            autoFocus={place === 0}
            value={typed[index] ?? ''}
            error={wrong.includes(index)}
            onChange={(event) => {
              const { value } = event.currentTarget
              setTyped((now) => ({ ...now, [index]: value }))
            }}
          />
        ))}
      </div>
      <RefusalNotice error={create.error} />
      <div className={classes.row}>
        <Button type="submit" disabled={!isComplete || create.isPending}>
          {t('vault.confirm.create')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('vault.confirm.showAgain')}
        </Button>
        <span role="status" className={classes.quiet}>
          {create.isPending ? t('vault.confirm.creating') : ''}
        </span>
      </div>
    </form>
  )
}
