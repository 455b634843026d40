import type { CaseDetail } from '#domain/case.ts'
import { ClosingReason, closingReasons } from '#domain/closing.ts'
import { IsoDate } from '#domain/dates.ts'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { today } from '../../ui/today.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './case.module.css'

const Closing = z.strictObject({ reason: ClosingReason, closedOn: IsoDate.nullable(), note: z.string() })
type Closing = z.infer<typeof Closing>

type Props = { readonly detail: CaseDetail; readonly openActions: number; readonly onClose: () => void }

/** Ends the work on a case, with the reason of the list and the day from which its time counts. */
export function ClosingForm({ detail, openActions, onClose }: Props) {
  const t = useT()
  const fresh: Closing = { reason: 'twelveMonths', closedOn: today(), note: '' }
  const draft = useDraft(`closing:${detail.id}`, fresh, (stored) => Closing.safeParse(stored).data ?? null)
  const first = useRef<HTMLSelectElement>(null)
  const close = useApiCommand('cases.close', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(close.error)
  useEffect(() => first.current?.focus(), [])
  const { reason, closedOn, note } = draft.value
  const giveUpOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <form
      className={classes.turnDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (closedOn !== null) close.mutate({ id: detail.id, version: detail.version, reason, closedOn, note })
      }}
    >
      <NativeSelect
        ref={first}
        label={t('closing.reason')}
        value={reason}
        onKeyDown={giveUpOnEscape}
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
      <Textarea
        label={t('closing.note')}
        autosize
        minRows={1}
        maxRows={5}
        value={note}
        onKeyDown={giveUpOnEscape}
        error={errorOf('note')}
        onChange={(event) => draft.set((now) => ({ ...now, note: event.currentTarget.value }))}
      />
      {openActions > 0 ? <p className={classes.dim}>{t('closing.openActions', { count: openActions })}</p> : null}
      <RefusalNotice error={errorOf('closedOn') === null ? close.error : null} />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={close.isPending}>
          {t('closing.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
