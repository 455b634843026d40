import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { LanguageChoice } from './language-choice.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { VaultCard } from './vault-card.tsx'
import classes from './vault.module.css'

type Props = { readonly onRestore: () => void; readonly onSalvage: () => void }

/** The lock: the passphrase, or the recovery key where it is forgotten. */
export function LockScreen({ onRestore, onSalvage }: Props) {
  const t = useT()
  const [way, setWay] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const isRecovery = way === 'recoveryKey'
  return (
    <VaultCard
      title={t(isRecovery ? 'vault.lock.recoveryTitle' : 'vault.lock.title')}
      intro={t(isRecovery ? 'vault.lock.recoveryIntro' : 'vault.lock.intro')}
      corner={<LanguageChoice />}
    >
      <UnlockForm key={way} way={way} onSalvage={onSalvage} />
      <div className={classes.form}>
        <div className={classes.row}>
          <Button variant="subtle" px={0} onClick={() => setWay(isRecovery ? 'passphrase' : 'recoveryKey')}>
            {t(isRecovery ? 'vault.lock.usePassphrase' : 'vault.lock.forgot')}
          </Button>
          <Button variant="subtle" onClick={onRestore}>
            {t('restore.link')}
          </Button>
        </div>
      </div>
    </VaultCard>
  )
}
