import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ApiInput } from '../api.ts'
import { useT } from '../i18n/use-t.ts'
import type { RefusalError } from '../refusal-error.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import classes from './secrets.module.css'

type Props = {
  readonly askedGroups: readonly number[]
  readonly error: RefusalError | null
  readonly isPending: boolean
  readonly submitLabel: string
  readonly pendingText: string
  readonly onBack: () => void
  readonly onTyped: (typedGroups: ApiInput<'vault.create'>['typedGroups']) => void
}

/** Three groups of a new recovery key typed back, so that a key that was not kept is noticed now. */
export function TypeBack({ askedGroups, error, isPending, submitLabel, pendingText, onBack, onTyped }: Props) {
  const t = useT()
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const wrong = error?.refusal.code === 'recoveryGroupsDiffer' ? error.refusal.groups : []
  const isComplete = askedGroups.every((index) => (typed[index] ?? '').trim() !== '')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isComplete && !isPending) onTyped(askedGroups.map((index) => ({ index, text: typed[index] ?? '' })))
  }

  return (
    <form className={classes.form} onSubmit={submit}>
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
      <RefusalNotice error={error} />
      <div className={classes.row}>
        <Button type="submit" disabled={!isComplete || isPending}>
          {submitLabel}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('vault.confirm.showAgain')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isPending ? pendingText : ''}
        </span>
      </div>
    </form>
  )
}
