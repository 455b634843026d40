import type { KeyHolder } from '#contract'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CurrentSecret } from './current-secret.tsx'
import classes from './keys.module.css'
import { PassphraseForm } from './passphrase-form.tsx'

export type HolderDone = 'keys.renamed' | 'keys.passphraseChanged' | 'keys.removed'
type Props = { readonly holder: KeyHolder; readonly onClose: () => void; readonly onDone: (done: HolderDone) => void }

/** One person with access: her name, a new passphrase, and the end of her access. */
export function HolderPanel({ holder, onClose, onDone }: Props) {
  const t = useT()
  return (
    <SidePanel isForm title={holder.name || t('keys.unnamed')} onClose={onClose}>
      {holder.isMe ? (
        <>
          <p className={classes.quiet}>{t('keys.mine.text')}</p>
          <PassphraseForm slotId={null} onDone={() => onDone('keys.passphraseChanged')} />
        </>
      ) : (
        <>
          <RenameForm holder={holder} onDone={() => onDone('keys.renamed')} />
          <section className={classes.part}>
            <h3>{t('keys.reset')}</h3>
            <p className={classes.quiet}>{t('keys.reset.text')}</p>
            <PassphraseForm slotId={holder.slotId} onDone={() => onDone('keys.passphraseChanged')} />
          </section>
          <section className={classes.part}>
            <h3>{t('keys.remove')}</h3>
            <p className={classes.quiet}>{t('keys.remove.text')}</p>
            <RemoveForm slotId={holder.slotId} onDone={() => onDone('keys.removed')} />
          </section>
        </>
      )}
    </SidePanel>
  )
}

function RenameForm({ holder, onDone }: { readonly holder: KeyHolder; readonly onDone: () => void }) {
  const t = useT()
  const [name, setName] = useState(holder.name)
  const rename = useApiCommand('keys.rename', { onDone })
  const errorOf = useFieldErrors(rename.error)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        rename.mutate({ slotId: holder.slotId, name })
      }}
    >
      <TextInput
        label={t('keys.name')}
        required
        maxLength={120}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RefusalNotice error={rename.error} fieldLabel={() => t('keys.name')} />
      <div className={classes.row}>
        <Button type="submit" variant="default" loading={rename.isPending} disabled={name.trim() === holder.name}>
          {t('keys.rename.do')}
        </Button>
      </div>
    </form>
  )
}

function RemoveForm({ slotId, onDone }: { readonly slotId: string; readonly onDone: () => void }) {
  const t = useT()
  const remove = useSecretCall('keys.remove')
  const [current, setCurrent] = useState('')

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (current === '' || remove.isPending) return
    const removed = await remove.run({ current, slotId })
    setCurrent('')
    if (removed !== undefined) onDone()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <CurrentSecret value={current} onChange={setCurrent} />
      <RefusalNotice error={remove.error} />
      <div className={classes.row}>
        <Button type="submit" color="red" variant="outline" disabled={current === '' || remove.isPending}>
          {t('keys.remove.do')}
        </Button>
        <span role="status" className={classes.quiet}>
          {remove.isPending ? t('keys.working') : ''}
        </span>
      </div>
    </form>
  )
}
