import { type Role, roles } from '#domain/role.ts'
import { Button, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { isChosen, NewPassphrase, noPassphrase } from '../../ui/new-passphrase.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CurrentSecret } from './current-secret.tsx'
import classes from './keys.module.css'
import { NewcomerWarning } from './newcomer-warning.tsx'

type Props = { readonly onClose: () => void; readonly onDone: (name: string) => void }

/** Gives one more person a passphrase of her own, which she types herself. */
export function AddPanel({ onClose, onDone }: Props) {
  const t = useT()
  const teamName = useApiQuery('settings.get').data?.teamName ?? ''
  const add = useSecretCall('keys.add')
  const errorOf = useFieldErrors(add.error)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('deputy')
  const [chosen, setChosen] = useState(noPassphrase)
  const [current, setCurrent] = useState('')
  const isDone = name.trim() !== '' && isChosen(chosen, teamName) && current !== ''

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isDone || add.isPending) return
    const added = await add.run({ current, name, role, passphrase: chosen.passphrase })
    setCurrent('')
    if (added !== undefined) onDone(name.trim())
  }

  return (
    <SidePanel isForm title={t('keys.add')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('keys.name')}
          required
          maxLength={120}
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group label={t('keys.role')} value={role} onChange={(value) => setRole(roles.find((each) => each === value) ?? 'readOnly')}>
          <div className={classes.form}>
            {roles.map((each) => (
              <Radio key={each} value={each} label={t(`role.${each}`)} description={t(`keys.roleHint.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        <NewcomerWarning message="restriction.overview.newcomer" />
        <p className={classes.quiet}>{t('keys.theyType')}</p>
        <NewPassphrase label={t('keys.theirPassphrase')} value={chosen} onChange={setChosen} teamName={teamName} />
        <CurrentSecret value={current} onChange={setCurrent} />
        <RefusalNotice error={add.error} fieldLabel={() => t('keys.name')} />
        <div className={classes.row}>
          <Button type="submit" disabled={!isDone || add.isPending}>
            {t('keys.add.do')}
          </Button>
          <span role="status" className={classes.quiet}>
            {add.isPending ? t('keys.working') : ''}
          </span>
        </div>
      </form>
    </SidePanel>
  )
}
