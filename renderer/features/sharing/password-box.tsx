import type { AgencyId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { copyText } from '../../copy-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './sharing.module.css'

type Props = {
  readonly agencyId: AgencyId
  readonly agencyName: string
  readonly password: string
  readonly onRenewed: (password: string) => void
  readonly onHide: () => void
  readonly onNotice: (text: string) => void
}

/** An agency's password, large and word by word, to be read out by phone. */
export function PasswordBox({ agencyId, agencyName, password, onRenewed, onHide, onNotice }: Props) {
  const t = useT()
  const [step, setStep] = useState<'usual' | 'asking' | 'asked'>('usual')
  const renew = useApiCommand('sharing.renewPassword', {
    onDone: (renewed) => {
      setStep('asked')
      onRenewed(renewed.password)
      onNotice(t('sharing.password.renewed'))
    },
  })

  function copy(): void {
    void copyText(password).then((isCopied) => onNotice(t(isCopied ? 'sharing.password.copied' : 'sharing.password.copyFailed')))
  }

  return (
    <section className={classes.password} aria-label={t('sharing.password.title', { agency: agencyName })}>
      <h3>{t('sharing.password.title', { agency: agencyName })}</h3>
      <p className={classes.passwordWords} data-password>
        {password.split(/(?<=-)/).map((word, index) => (
          // Two words of a password may be the same.
          <span key={`${String(index)} ${word}`}>{word}</span>
        ))}
      </p>
      <p className={classes.small}>{t('sharing.password.hint')}</p>
      {step === 'asking' ? (
        <div key="asking" className={classes.buttons}>
          <p>{t('sharing.password.renewText')}</p>
          <Button size="xs" loading={renew.isPending} autoFocus onClick={() => renew.mutate({ agencyId })}>
            {t('sharing.password.renewNow')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setStep('asked')}>
            {t('ui.cancel')}
          </Button>
        </div>
      ) : (
        <div key="usual" className={classes.buttons}>
          <Button size="xs" variant="default" onClick={copy}>
            {t('sharing.password.copy')}
          </Button>
          <Button size="xs" variant="default" onClick={onHide}>
            {t('sharing.password.hide')}
          </Button>
          <Button size="xs" variant="default" autoFocus={step === 'asked'} onClick={() => setStep('asking')}>
            {t('sharing.password.renew')}
          </Button>
        </div>
      )}
      <RefusalNotice error={renew.error} />
    </section>
  )
}
