import type { Referral } from '#domain/referral.ts'
import { Radio } from '@mantine/core'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './case.module.css'
import { InlineForm, ReasonField } from './inline-form.tsx'

const TurnDown = z.strictObject({ state: z.enum(['returned', 'screenedOut']), reason: z.string() })
type TurnDown = z.infer<typeof TurnDown>
const fresh: TurnDown = { state: 'returned', reason: '' }

/** Sends a referral back or screens it out, with the reason that the record keeps. */
export function TurnDownForm({ referral, onClose }: { readonly referral: Referral; readonly onClose: () => void }) {
  const t = useT()
  const draft = useDraft(`turnDown:${referral.id}`, fresh, (stored) => TurnDown.safeParse(stored).data ?? null)
  const turnDown = useApiCommand('referrals.turnDown', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(turnDown.error)
  return (
    <InlineForm
      saveLabel={t('case.turnDown.save')}
      isPending={turnDown.isPending}
      error={errorOf('reason') === null ? turnDown.error : null}
      onSubmit={() => turnDown.mutate({ id: referral.id, ...draft.value })}
      onClose={onClose}
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
      <ReasonField
        label={t('case.turnDown.reason')}
        hint={t('case.turnDown.reasonHint')}
        isRequired
        value={draft.value.reason}
        error={errorOf('reason')}
        onChange={(reason) => draft.set((now) => ({ ...now, reason }))}
      />
    </InlineForm>
  )
}
