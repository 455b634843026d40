import type { FolderState } from '#contract'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiOutput, useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RecordsPlaceNotice } from '../../ui/place-notice.tsx'
import { RecoveryKey } from '../../ui/recovery-key.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import { StartStep } from './start-step.tsx'
import { TeamStep } from './team-step.tsx'
import { VaultCard } from './vault-card.tsx'
import classes from './vault.module.css'

export type FirstRunEnd = 'home' | 'import'

type Step =
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'recovery'; readonly keys: ApiOutput<'vault.prepare'> }
  | { readonly kind: 'confirm'; readonly keys: ApiOutput<'vault.prepare'> }
  | { readonly kind: 'team' }
  | { readonly kind: 'start' }

type Props = {
  /** The records are there already, the team is not: the app was closed between the second and the third step. */
  readonly startsAtTeam: boolean
  readonly folder: FolderState
  readonly onEnd: (end: FirstRunEnd) => void
  /** There are records already, in a backup. */
  readonly onRestore: () => void
}

/** The first run: passphrase, recovery key, team, and where to begin. */
export function FirstRun({ startsAtTeam, folder, onEnd, onRestore }: Props) {
  const t = useT()
  const client = useQueryClient()
  const place = useApiQuery('app.place').data
  const [step, setStep] = useState<Step>(startsAtTeam ? { kind: 'team' } : { kind: 'passphrase' })
  const corner = <LanguageChoice />

  if (folder === 'readOnly' && step.kind === 'passphrase') {
    return (
      <VaultCard title={t('vault.readOnly.title')} intro={t('refusal.folderReadOnly')} corner={corner}>
        <div className={classes.form}>
          <div className={classes.row}>
            <Button onClick={() => void client.invalidateQueries()}>{t('vault.lookAgain')}</Button>
          </div>
        </div>
      </VaultCard>
    )
  }
  switch (step.kind) {
    case 'passphrase':
      return (
        <VaultCard
          step={t('vault.stepOf', { step: 1 })}
          title={t('vault.passphrase.title')}
          intro={t('vault.passphrase.intro')}
          corner={corner}
        >
          <RecordsPlaceNotice abroad={place} />
          <PassphraseStep onPrepared={(keys) => setStep({ kind: 'recovery', keys })} />
          <div className={classes.form}>
            <div className={classes.row}>
              <Button variant="subtle" px={0} onClick={onRestore}>
                {t('restore.haveBackup')}
              </Button>
            </div>
          </div>
        </VaultCard>
      )
    case 'recovery':
      return (
        <VaultCard
          step={t('vault.stepOf', { step: 2 })}
          title={t('vault.recovery.title')}
          intro={t('vault.recovery.intro')}
          corner={corner}
        >
          <div className={classes.form}>
            <RecoveryKey groups={step.keys.recoveryGroups} onKept={() => setStep({ kind: 'confirm', keys: step.keys })} />
          </div>
        </VaultCard>
      )
    case 'confirm':
      return (
        <VaultCard step={t('vault.stepOf', { step: 2 })} title={t('vault.confirm.title')} intro={t('vault.confirm.intro')} corner={corner}>
          <ConfirmStep
            askedGroups={step.keys.askedGroups}
            onBack={() => setStep({ kind: 'recovery', keys: step.keys })}
            onCreated={() => setStep({ kind: 'team' })}
          />
        </VaultCard>
      )
    case 'team':
      return (
        <VaultCard step={t('vault.stepOf', { step: 3 })} title={t('vault.team.title')} intro={t('vault.team.intro')} corner={corner}>
          <TeamStep onSaved={() => setStep({ kind: 'start' })} />
        </VaultCard>
      )
    case 'start':
      return (
        <VaultCard title={t('vault.start.title')}>
          <StartStep onEnd={onEnd} />
        </VaultCard>
      )
  }
}
