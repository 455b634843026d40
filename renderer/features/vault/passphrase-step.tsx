import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ApiOutput } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { isChosen, NewPassphrase, noPassphrase } from '../../ui/new-passphrase.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import classes from './vault.module.css'

type Props = { readonly onPrepared: (keys: ApiOutput<'vault.prepare'>) => void }

/** First step: a passphrase, judged as it is typed. What was typed is forgotten once the keys are made. */
export function PassphraseStep({ onPrepared }: Props) {
  const t = useT()
  const prepare = useSecretCall('vault.prepare')
  const [chosen, setChosen] = useState(noPassphrase)
  const isDone = isChosen(chosen)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isDone) return
    const keys = await prepare.run({ passphrase: chosen.passphrase })
    setChosen((now) => (keys === undefined ? { ...now, repeated: '' } : noPassphrase))
    if (keys !== undefined) onPrepared(keys)
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <NewPassphrase label={t('vault.passphrase.label')} value={chosen} onChange={setChosen} hasFocus />
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
