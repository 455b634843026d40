import type { CaseId } from '#domain/ids.ts'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './case.module.css'

/** Keeps a case whatever the schedule says, with the reason. */
export function HoldForm({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const t = useT()
  const draft = useDraft(`hold:${caseId}`, '', (stored) => z.string().safeParse(stored).data ?? null)
  const reason = useRef<HTMLTextAreaElement>(null)
  const place = useApiCommand('retention.placeHold', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(place.error)
  useEffect(() => reason.current?.focus(), [])
  return (
    <form
      className={classes.turnDown}
      onSubmit={(event) => {
        event.preventDefault()
        place.mutate({ caseId, reason: draft.value })
      }}
    >
      <Textarea
        ref={reason}
        label={t('retention.hold.reason')}
        description={t('retention.hold.reasonHint')}
        required
        withAsterisk
        autosize
        minRows={1}
        maxRows={5}
        value={draft.value}
        error={errorOf('reason')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <RefusalNotice error={errorOf('reason') === null ? place.error : null} />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={place.isPending}>
          {t('retention.hold.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
