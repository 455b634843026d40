import type { RecoveryGroups } from '#contract'
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CurrentSecret } from './current-secret.tsx'
import classes from './keys.module.css'
import { TypeBackSteps } from './type-back-steps.tsx'

type Props = { readonly change: 'recoveryKey' | 'renewal'; readonly onClose: () => void; readonly onDone: () => void }

const points = {
  recoveryKey: ['keys.recovery.point.old', 'keys.recovery.point.backups'],
  renewal: ['keys.renewal.point.others', 'keys.renewal.point.recovery', 'keys.renewal.point.backups', 'keys.renewal.point.locks'],
} as const

/** A new recovery key, or a new data key with it: what it means, the current secret, the key typed back. */
export function KeyPanel({ change, onClose, onDone }: Props) {
  const t = useT()
  const recovery = useSecretCall('keys.prepareRecoveryKey')
  const renewal = useSecretCall('keys.prepareRenewal')
  const { error, isPending } = change === 'renewal' ? renewal : recovery
  const [current, setCurrent] = useState('')
  const [keys, setKeys] = useState<RecoveryGroups | null>(null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (current === '' || isPending) return
    const prepared = change === 'renewal' ? await renewal.run({ current }) : await recovery.run({ current })
    setCurrent('')
    if (prepared !== undefined) setKeys(prepared)
  }

  return (
    <SidePanel isForm title={t(`keys.${change}.title`)} onClose={onClose} width={480}>
      {keys === null ? (
        <form className={classes.form} onSubmit={(event) => void submit(event)}>
          <p>{t(`keys.${change}.text`)}</p>
          <ul className={classes.points}>
            {points[change].map((point) => (
              <li key={point}>{t(point)}</li>
            ))}
          </ul>
          <CurrentSecret value={current} onChange={setCurrent} />
          <RefusalNotice error={error} />
          <div className={classes.row}>
            <Button type="submit" disabled={current === '' || isPending}>
              {t('vault.continue')}
            </Button>
            <span role="status" className={classes.quiet}>
              {isPending ? t('vault.making') : ''}
            </span>
          </div>
        </form>
      ) : (
        <TypeBackSteps keys={keys} submitLabel={t(`keys.${change}.do`)} consequence={t(`keys.${change}.consequence`)} onDone={onDone} />
      )}
    </SidePanel>
  )
}
