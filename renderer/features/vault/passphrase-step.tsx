import { judgePassphrase } from '#domain/passphrase.ts'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ApiOutput } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { StrengthMeter } from './strength-meter.tsx'
import { useSecretCall } from './use-secret-call.ts'
import classes from './vault.module.css'

type Props = { readonly onPrepared: (keys: ApiOutput<'vault.prepare'>) => void }

/** First step: a passphrase, judged as it is typed. What was typed is forgotten once the keys are made. */
export function PassphraseStep({ onPrepared }: Props) {
  const t = useT()
  const prepare = useSecretCall('vault.prepare')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isShown, setShown] = useState(false)
  const verdict = judgePassphrase(passphrase)
  const differs = repeated !== '' && !passphrase.startsWith(repeated) && passphrase !== repeated
  const isDone = verdict.ok && passphrase === repeated
  const type = isShown ? 'text' : 'password'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isDone) return
    const keys = await prepare.run({ passphrase })
    setRepeated('')
    if (keys === undefined) return
    setPassphrase('')
    onPrepared(keys)
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('vault.passphrase.label')}
        description={t('vault.passphrase.hint')}
        type={type}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <StrengthMeter isEmpty={passphrase === ''} verdict={verdict} />
      <TextInput
        label={t('vault.passphrase.repeat')}
        type={type}
        autoComplete="off"
        spellCheck={false}
        value={repeated}
        error={differs ? t('vault.passphrase.differs') : null}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      <Checkbox label={t('vault.passphrase.show')} checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
      <RefusalNotice error={prepare.error} />
      <div className={classes.row}>
        <Button type="submit" disabled={!isDone || prepare.isPending}>
          {t('vault.continue')}
        </Button>
        <span role="status" className={classes.quiet}>
          {prepare.isPending ? t('vault.making') : ''}
        </span>
      </div>
    </form>
  )
}
