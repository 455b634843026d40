import { Button, PasswordInput, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RefusalError } from '../../refusal-error.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import classes from './vault.module.css'

type Props = {
  readonly way: 'passphrase' | 'recoveryKey'
  /** Asked for where the file turns out to be damaged. */
  readonly onSalvage: () => void
}

/** One secret and a button. The secret is forgotten as soon as it has been sent, right or wrong. */
export function UnlockForm({ way, onSalvage }: Props) {
  const t = useT()
  const byPassphrase = useSecretCall('vault.unlock')
  const byRecoveryKey = useSecretCall('vault.unlockWithRecoveryKey')
  const { error, isPending, refusedAt } = way === 'passphrase' ? byPassphrase : byRecoveryKey
  const [secret, setSecret] = useState('')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const now = useNow(250)
  const waits = secondsLeft(error, refusedAt, now)
  const isWrongKey = way === 'recoveryKey' && error?.refusal.code === 'wrongPassphrase'

  useEffect(() => {
    if (error !== null) field.current?.focus()
  }, [error])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (secret === '' || isPending || waits > 0) return
    void (way === 'passphrase' ? byPassphrase.run({ passphrase: secret }) : byRecoveryKey.run({ recoveryKey: secret }))
    setSecret('')
  }

  const common = { autoComplete: 'off', spellCheck: false, autoFocus: true, value: secret, disabled: false } as const
  return (
    <form className={classes.form} onSubmit={submit}>
      {way === 'passphrase' ? (
        <PasswordInput
          {...common}
          ref={field}
          label={t('vault.passphrase.label')}
          visibilityToggleButtonProps={{ 'aria-label': t('vault.passphrase.show') }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...common}
          ref={field}
          label={t('vault.recovery.label')}
          autosize
          minRows={2}
          onKeyDown={submitOnEnter}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {isWrongKey ? (
        <p role="alert" className={classes.wrong}>
          {t('vault.lock.recoveryWrong')}
        </p>
      ) : (
        <RefusalNotice error={withoutWait(error)} />
      )}
      {error?.refusal.code === 'storeDamaged' ? (
        <div className={classes.row}>
          <Button variant="default" onClick={onSalvage}>
            {t('backups.salvage')}
          </Button>
        </div>
      ) : null}
      <div className={classes.row}>
        <Button type="submit" disabled={secret === '' || isPending || waits > 0}>
          {t('vault.lock.unlock')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isPending ? t('vault.lock.unlocking') : ''}
        </span>
        {waits > 0 ? <span className={classes.quiet}>{t('vault.lock.wait', { seconds: waits })}</span> : null}
      </div>
    </form>
  )
}

/** A recovery key has no lines of its own: Enter sends it, as in any field of one line. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** Whole seconds until another attempt is let through. */
function secondsLeft(error: RefusalError | null, refusedAt: number, now: number): number {
  const refusal = error?.refusal
  const wait = refusal?.code === 'wrongPassphrase' || refusal?.code === 'waitBeforeRetry' ? refusal.waitSeconds : 0
  return Math.max(0, Math.min(wait, Math.ceil((refusedAt + wait * 1000 - now) / 1000)))
}

/** The same refusal without its seconds: they are counted down beside the button. */
function withoutWait(error: RefusalError | null): RefusalError | null {
  return error?.refusal.code === 'wrongPassphrase' ? new RefusalError({ code: 'wrongPassphrase', waitSeconds: 0 }) : error
}
