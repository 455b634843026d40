import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { ReasonField } from '../inline-form.tsx'
import classes from './record.module.css'

/** True where a change was refused because it takes the risk down and nobody has said why. */
export function asksForReason(error: Error | null): boolean {
  return error instanceof RefusalError && error.refusal.code === 'reasonRequired'
}

type Props = {
  readonly isPending: boolean
  /** Gives the reason in the words in which the record keeps it. */
  readonly onGiven: (reason: string) => void
}

/** Asks why the risk goes down. Takes no focus: whoever is still typing may be about to raise it again. */
export function LoweringReason({ isPending, onGiven }: Props) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <div role="group" aria-label={t('record.lowered.title')} className={classes.lowering}>
      <p role="alert">
        <span aria-hidden>▲ </span>
        {t('record.lowered.title')}
      </p>
      <ReasonField
        label={t('record.lowered.reason')}
        hint={t('record.lowered.hint')}
        isRequired
        value={reason}
        error={isAsked && isMissing ? t('record.lowered.missing') : null}
        onChange={setReason}
      />
      <Button
        size="xs"
        variant="default"
        style={{ alignSelf: 'start' }}
        loading={isPending}
        onClick={() => {
          setAsked(true)
          if (!isMissing) onGiven(t('record.lowered.note', { reason: reason.trim() }))
        }}
      >
        {t('record.lowered.save')}
      </Button>
    </div>
  )
}
