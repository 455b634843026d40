import type { Referral } from '#domain/referral.ts'
import { Button, Radio, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './case.module.css'

const TurnDown = z.strictObject({ state: z.enum(['returned', 'screenedOut']), reason: z.string() })
type TurnDown = z.infer<typeof TurnDown>
const fresh: TurnDown = { state: 'returned', reason: '' }

/** Sends a referral back or screens it out, with the reason that the record keeps. */
export function TurnDownForm({ referral, onClose }: { readonly referral: Referral; readonly onClose: () => void }) {
  const t = useT()
  const draft = useDraft(`turnDown:${referral.id}`, fresh, (stored) => TurnDown.safeParse(stored).data ?? null)
  const reason = useRef<HTMLTextAreaElement>(null)
  const turnDown = useApiCommand('referrals.turnDown', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(turnDown.error)
  useEffect(() => reason.current?.focus(), [])
  return (
    <form
      className={classes.turnDown}
      onSubmit={(event) => {
        event.preventDefault()
        turnDown.mutate({ id: referral.id, ...draft.value })
      }}
    >
      <fieldset className={classes.choice}>
        <legend>{t('case.turnDown.how')}</legend>
        {TurnDown.shape.state.options.map((state) => (
          <Radio
            key={state}
            name={`turn-down-${referral.id}`}
            label={t(`case.turnDown.${state}`)}
            checked={draft.value.state === state}
            onChange={() => draft.set((now) => ({ ...now, state }))}
          />
        ))}
      </fieldset>
      <Textarea
        ref={reason}
        label={t('case.turnDown.reason')}
        description={t('case.turnDown.reasonHint')}
        required
        withAsterisk
        autosize
        minRows={1}
        maxRows={5}
        value={draft.value.reason}
        error={errorOf('reason')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        onChange={(event) => draft.set((now) => ({ ...now, reason: event.currentTarget.value }))}
      />
      <RefusalNotice error={errorOf('reason') === null ? turnDown.error : null} />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={turnDown.isPending}>
          {t('case.turnDown.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
