import type { RecoveryGroups } from '#contract'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RecoveryKey } from '../../ui/recovery-key.tsx'
import { TypeBack } from '../../ui/type-back.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import classes from './keys.module.css'

type Props = {
  readonly keys: RecoveryGroups
  readonly submitLabel: string
  /** What typing it back sets off. */
  readonly consequence: string
  readonly onDone: () => void
}

/** The new recovery key, shown and then typed back; with that, what was prepared is done. */
export function TypeBackSteps({ keys, submitLabel, consequence, onDone }: Props) {
  const t = useT()
  const confirm = useSecretCall('keys.confirm')
  const [isKept, setKept] = useState(false)
  return isKept ? (
    <div className={classes.form}>
      <h2>{t('vault.confirm.title')}</h2>
      <p className={classes.quiet}>{t('vault.confirm.intro')}</p>
      <p>{consequence}</p>
      <TypeBack
        askedGroups={keys.askedGroups}
        error={confirm.error}
        isPending={confirm.isPending}
        submitLabel={submitLabel}
        pendingText={t('keys.working')}
        onBack={() => setKept(false)}
        onTyped={(typedGroups) => {
          void confirm.run({ typedGroups }).then((done) => {
            if (done !== undefined) onDone()
          })
        }}
      />
    </div>
  ) : (
    <div className={classes.form}>
      <h2>{t('vault.recovery.title')}</h2>
      <p className={classes.quiet}>{t('keys.recovery.new')}</p>
      <RecoveryKey groups={keys.recoveryGroups} onKept={() => setKept(true)} />
    </div>
  )
}
