import type { CaseDetail } from '#domain/case.ts'
import { ClosingReason, closingReasons } from '#domain/closing.ts'
import { IsoDate } from '#domain/dates.ts'
import { NativeSelect } from '@mantine/core'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { today } from '../../ui/today.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './case.module.css'
import { InlineForm, ReasonField } from './inline-form.tsx'

const Closing = z.strictObject({ reason: ClosingReason, closedOn: IsoDate.nullable(), note: z.string() })
type Closing = z.infer<typeof Closing>

type Props = { readonly detail: CaseDetail; readonly openActions: number; readonly onClose: () => void }

/** Ends the work on a case, with the reason of the list and the day from which its time counts. */
export function ClosingForm({ detail, openActions, onClose }: Props) {
  const t = useT()
  const fresh: Closing = { reason: 'twelveMonths', closedOn: today(), note: '' }
  const draft = useDraft(`closing:${detail.id}`, fresh, (stored) => Closing.safeParse(stored).data ?? null)
  const close = useApiCommand('cases.close', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(close.error)
  const { reason, closedOn, note } = draft.value
  return (
    <InlineForm
      saveLabel={t('closing.save')}
      isPending={close.isPending}
      error={errorOf('closedOn') === null ? close.error : null}
      onSubmit={() => {
        if (closedOn !== null) close.mutate({ id: detail.id, version: detail.version, reason, closedOn, note })
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('closing.reason')}
        value={reason}
        data={closingReasons.map((value) => ({ value, label: t(`closing.reason.${value}`) }))}
        onChange={(event) => draft.set((now) => ({ ...now, reason: ClosingReason.parse(event.currentTarget.value) }))}
      />
      <DateField
        label={t('closing.day')}
        value={closedOn}
        max={today()}
        isRequired
        error={errorOf('closedOn')}
        onChange={(day) => draft.set((now) => ({ ...now, closedOn: day }))}
      />
      <ReasonField
        label={t('closing.note')}
        value={note}
        error={errorOf('note')}
        onChange={(next) => draft.set((now) => ({ ...now, note: next }))}
      />
      {openActions > 0 ? <p className={classes.dim}>{t('closing.openActions', { count: openActions })}</p> : null}
    </InlineForm>
  )
}
