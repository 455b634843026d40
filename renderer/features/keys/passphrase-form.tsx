import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { isChosen, NewPassphrase, noPassphrase } from '../../ui/new-passphrase.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CurrentSecret } from './current-secret.tsx'
import classes from './keys.module.css'

type Props = {
  /** Whose passphrase, by its slot; null for one's own. */
  readonly slotId: string | null
  readonly onDone: () => void
}

/** A new passphrase in the place of the old one. */
export function PassphraseForm({ slotId, onDone }: Props) {
  const t = useT()
  const teamName = useApiQuery('settings.get').data?.teamName ?? ''
  const change = useSecretCall('keys.changeMyPassphrase')
  const reset = useSecretCall('keys.resetPassphrase')
  const { error, isPending } = slotId === null ? change : reset
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState(noPassphrase)
  const isDone = current !== '' && isChosen(chosen, teamName)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isDone || isPending) return
    const { passphrase } = chosen
    const done = slotId === null ? await change.run({ current, passphrase }) : await reset.run({ current, slotId, passphrase })
    setCurrent('')
    if (done !== undefined) onDone()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <CurrentSecret value={current} onChange={setCurrent} />
      <NewPassphrase
        label={t(slotId === null ? 'keys.newPassphrase' : 'keys.theirPassphrase')}
        value={chosen}
        onChange={setChosen}
        teamName={teamName}
      />
      <RefusalNotice error={error} />
      <div className={classes.row}>
        <Button type="submit" disabled={!isDone || isPending}>
          {t('keys.change.do')}
        </Button>
        <span role="status" className={classes.quiet}>
          {isPending ? t('keys.working') : ''}
        </span>
      </div>
    </form>
  )
}
