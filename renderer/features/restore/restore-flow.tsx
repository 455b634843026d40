import type { ChosenBackup, Rehearsal } from '#contract'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { ChooseStep } from './choose-step.tsx'
import { CompareStep } from './compare-step.tsx'
import classes from './restore.module.css'
import { SecretStep } from './secret-step.tsx'
import { useSize } from '../../ui/use-size.ts'

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'secret'; readonly backup: ChosenBackup }
  | { readonly kind: 'compare'; readonly rehearsal: Rehearsal }

type Props = {
  /** The backup is in place, and everything is locked. */
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** Restoring a backup: which one, its passphrase, what would change, and only then the change. At the lock as well as within. */
export function RestoreFlow({ onDone, onLeave }: Props) {
  const t = useT()
  const format = useFormat()
  const size = useSize()
  const rehearse = useSecretCall('restore.rehearse')
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  switch (step.kind) {
    case 'choose':
      return <ChooseStep onChosen={(backup) => setStep({ kind: 'secret', backup })} />
    case 'secret': {
      const { madeAt, bytes, isOurs } = step.backup
      return (
        <SecretStep
          passphraseLabel={t('restore.secret.passphrase')}
          action={t('restore.secret.open')}
          working={t('restore.secret.opening')}
          isPending={rehearse.isPending}
          error={rehearse.error}
          onSubmit={(secret) =>
            void rehearse.run({ secret }).then((rehearsal) => {
              if (rehearsal !== undefined) setStep({ kind: 'compare', rehearsal })
            })
          }
        >
          <p>{t('restore.chosen', { when: format.instant(madeAt), size: size(bytes) })}</p>
          {isOurs === false ? <p className={classes.warning}>{t('restore.chosen.others')}</p> : null}
          <p className={classes.quiet}>{t('restore.secret.intro')}</p>
        </SecretStep>
      )
    }
    case 'compare':
      return <CompareStep rehearsal={step.rehearsal} onDone={onDone} onLeave={onLeave} />
  }
}
