import type { CaseId } from '#domain/ids.ts'
import { z } from 'zod'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { InlineForm, ReasonField } from './inline-form.tsx'

/** Keeps a case whatever the schedule says, with the reason. */
export function HoldForm({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const t = useT()
  const draft = useDraft(`hold:${caseId}`, '', (stored) => z.string().safeParse(stored).data ?? null)
  const place = useApiCommand('retention.placeHold', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(place.error)
  return (
    <InlineForm
      saveLabel={t('retention.hold.save')}
      isPending={place.isPending}
      error={errorOf('reason') === null ? place.error : null}
      onSubmit={() => place.mutate({ caseId, reason: draft.value })}
      onClose={onClose}
    >
      <ReasonField
        label={t('retention.hold.reason')}
        hint={t('retention.hold.reasonHint')}
        isRequired
        value={draft.value}
        error={errorOf('reason')}
        onChange={draft.set}
      />
    </InlineForm>
  )
}
