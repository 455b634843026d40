import type { KeyHolder, RecoveryGroups } from '#contract'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { isChosen, NewPassphrase, noPassphrase } from '../../ui/new-passphrase.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CurrentSecret } from './current-secret.tsx'
import classes from './keys.module.css'
import { NewcomerWarning } from './newcomer-warning.tsx'
import { TypeBackSteps } from './type-back-steps.tsx'

type Shown = { readonly keys: RecoveryGroups; readonly name: string }

/** One person leaves and another takes her place, in one task: new passphrase, new recovery key, and the old way in is gone. */
export function HandOverPage() {
  const t = useT()
  const holders = useApiQuery('keys.holders').data?.holders ?? []
  const [shown, setShown] = useState<Shown | null>(null)
  const coordinators = holders.filter(({ role }) => role === 'coordinator')
  return (
    <>
      <PageHeader title={t('keys.handOver.title')} detail={t('keys.handOver.stepOf', { step: shown === null ? 1 : 2 })} />
      <div className={classes.guided}>
        {shown === null ? (
          <>
            <p>{t('keys.handOver.text')}</p>
            {coordinators.length === 0 ? null : (
              <PeopleStep coordinators={coordinators} onPrepared={(keys, name) => setShown({ keys, name })} />
            )}
          </>
        ) : (
          <TypeBackSteps
            keys={shown.keys}
            submitLabel={t('keys.handOver.do')}
            consequence={t('keys.handOver.consequence', { name: shown.name })}
            onDone={() => undefined}
          />
        )}
      </div>
    </>
  )
}

type StepProps = { readonly coordinators: readonly KeyHolder[]; readonly onPrepared: (keys: RecoveryGroups, name: string) => void }

function PeopleStep({ coordinators, onPrepared }: StepProps) {
  const t = useT()
  const teamName = useApiQuery('settings.get').data?.teamName ?? ''
  const prepare = useSecretCall('keys.prepareHandOver')
  const errorOf = useFieldErrors(prepare.error)
  const first = coordinators.find(({ isMe }) => isMe) ?? coordinators[0]
  const [leaverSlotId, setLeaver] = useState(first?.slotId ?? '')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState(noPassphrase)
  const [current, setCurrent] = useState('')
  const isDone = name.trim() !== '' && isChosen(chosen, teamName) && current !== ''

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isDone || prepare.isPending) return
    const keys = await prepare.run({ current, leaverSlotId, name, passphrase: chosen.passphrase })
    setCurrent('')
    if (keys === undefined) return
    setChosen(noPassphrase)
    onPrepared(keys, name.trim())
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {coordinators.length > 1 || first?.isMe === false ? (
        <NativeSelect
          label={t('keys.handOver.leaver')}
          value={leaverSlotId}
          data={coordinators.map((holder) => ({ value: holder.slotId, label: holder.name || t('keys.unnamed') }))}
          onChange={(event) => setLeaver(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        label={t('keys.handOver.name')}
        required
        autoFocus
        maxLength={120}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewcomerWarning message="restriction.overview.successor" />
      <p className={classes.quiet}>{t('keys.theyType')}</p>
      <NewPassphrase label={t('keys.theirPassphrase')} value={chosen} onChange={setChosen} teamName={teamName} />
      <CurrentSecret value={current} onChange={setCurrent} />
      <RefusalNotice error={prepare.error} fieldLabel={() => t('keys.handOver.name')} />
      <div className={classes.row}>
        <Button type="submit" disabled={!isDone || prepare.isPending}>
          {t('vault.continue')}
        </Button>
        <span role="status" className={classes.quiet}>
          {prepare.isPending ? t('vault.making') : ''}
        </span>
      </div>
    </form>
  )
}
