import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { AddPanel } from './add-panel.tsx'
import { HolderPanel } from './holder-panel.tsx'
import { KeyPanel } from './key-panel.tsx'
import classes from './keys.module.css'
import { RestrictedCases } from './restricted-cases.tsx'

type Panel = { readonly kind: 'add' | 'recoveryKey' | 'renewal' } | { readonly kind: 'holder'; readonly slotId: string }

/** Who has a way in to the records, each with a passphrase of their own, and the keys themselves. */
export function KeysPage() {
  const t = useT()
  const format = useFormat()
  const access = useApiQuery('keys.holders')
  const me = useApiQuery('keys.me').data
  const [panel, setPanel] = useState<Panel | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const holders = access.data?.holders ?? []
  const close = () => setPanel(null)
  const done = (text: string) => {
    setNotice(text)
    close()
  }
  const opened = panel?.kind === 'holder' ? holders.find(({ slotId }) => slotId === panel.slotId) : undefined

  return (
    <>
      <PageHeader
        title={t('keys.title')}
        action={
          <>
            <Button size="xs" variant="default" renderRoot={(props) => <Link to="/settings/hand-over" {...props} />}>
              {t('keys.handOver.title')}
            </Button>
            <Button size="xs" onClick={() => setPanel({ kind: 'add' })}>
              {t('keys.add')}
            </Button>
          </>
        }
      />
      <p className={classes.intro}>{t('keys.intro')}</p>
      <RefusalNotice error={access.error} />
      <div className={classes.sections}>
        {me === undefined || me.role === 'coordinator' ? null : <p>{t('keys.coordinatorOnly')}</p>}
        {me?.openedWith === 'recovery' ? <p>{t('keys.openedWithRecovery')}</p> : null}
        <section className={classes.section}>
          <h2>{t('keys.people')}</h2>
          <ul className={classes.holders}>
            {holders.map((holder) => (
              <li key={holder.slotId} className={classes.holder}>
                <span className={classes.name}>
                  {holder.isMe ? t('keys.you', { name: holder.name || t('keys.unnamed') }) : holder.name || t('keys.unnamed')}
                </span>
                <span className={classes.role}>{t(`role.${holder.role}`)}</span>
                <span className={classes.since}>
                  {holder.changedAt === null
                    ? t('keys.since', { date: format.instant(holder.addedAt) })
                    : t('keys.changedAt', { date: format.instant(holder.changedAt) })}
                </span>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t(holder.isMe ? 'keys.changeMine' : 'keys.manage.label', { name: holder.name || t('keys.unnamed') })}
                  onClick={() => setPanel({ kind: 'holder', slotId: holder.slotId })}
                >
                  {t(holder.isMe ? 'keys.changeMine' : 'keys.manage')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <RestrictedCases holders={holders} />
        <section className={classes.section}>
          <h2>{t('vault.recovery.label')}</h2>
          <p className={classes.quiet}>
            {access.data?.recoveryKeySince == null
              ? t('keys.recovery.none')
              : t('keys.recovery.since', { date: format.instant(access.data.recoveryKeySince) })}
          </p>
          <div className={classes.row}>
            <Button variant="default" onClick={() => setPanel({ kind: 'recoveryKey' })}>
              {t('keys.recoveryKey.title')}
            </Button>
          </div>
        </section>
        <section className={classes.section}>
          <h2>{t('keys.renewal.title')}</h2>
          <p className={classes.quiet}>{t('keys.renewal.when')}</p>
          <div className={classes.row}>
            <Button variant="default" onClick={() => setPanel({ kind: 'renewal' })}>
              {t('keys.renewal.open')}
            </Button>
          </div>
        </section>
      </div>
      {panel?.kind === 'add' ? <AddPanel onClose={close} onDone={(name) => done(t('keys.added', { name }))} /> : null}
      {panel?.kind === 'recoveryKey' || panel?.kind === 'renewal' ? (
        <KeyPanel key={panel.kind} change={panel.kind} onClose={close} onDone={() => done(t('keys.recoveryKey.done'))} />
      ) : null}
      {opened === undefined ? null : (
        <HolderPanel key={opened.slotId} holder={opened} onClose={close} onDone={(message) => done(t(message, { name: opened.name }))} />
      )}
      <UndoNotice text={notice} onDismiss={() => setNotice(null)} />
    </>
  )
}
