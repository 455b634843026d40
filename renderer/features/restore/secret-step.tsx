import { Button, PasswordInput, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ApiInput } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import type { RefusalError } from '../../refusal-error.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './restore.module.css'

export type Secret = ApiInput<'restore.rehearse'>['secret']

type Props = {
  readonly passphraseLabel: string
  readonly action: string
  readonly working: string
  readonly isPending: boolean
  readonly error: RefusalError | null
  readonly onSubmit: (secret: Secret) => void
  readonly children?: ReactNode
}

/** The passphrase or the recovery key of a file, forgotten as soon as it has been sent. */
export function SecretStep({ passphraseLabel, action, working, isPending, error, onSubmit, children }: Props) {
  const t = useT()
  const [kind, setKind] = useState<Secret['kind']>('passphrase')
  const [text, setText] = useState('')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (text === '' || isPending) return
    onSubmit(kind === 'passphrase' ? { kind, passphrase: text } : { kind, recoveryKey: text })
    setText('')
  }

  const common = { autoComplete: 'off', spellCheck: false, autoFocus: true, value: text } as const
  return (
    <form className={classes.flow} onSubmit={submit}>
      {children}
      {kind === 'passphrase' ? (
        <PasswordInput
          {...common}
          label={passphraseLabel}
          visibilityToggleButtonProps={{ 'aria-label': t('vault.passphrase.show') }}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...common}
          label={t('restore.secret.recoveryKey')}
          autosize
          minRows={2}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <RefusalNotice error={error} />
      <div className={classes.row}>
        <Button type="submit" disabled={text === '' || isPending}>
          {action}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setText('')
            setKind(kind === 'passphrase' ? 'recoveryKey' : 'passphrase')
          }}
        >
          {t(kind === 'passphrase' ? 'restore.secret.useRecoveryKey' : 'restore.secret.usePassphrase')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isPending ? working : ''}
        </span>
      </div>
    </form>
  )
}
