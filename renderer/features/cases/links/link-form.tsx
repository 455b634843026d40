import { LinkKind, linkKinds } from '#domain/case-link.ts'
import type { CaseId } from '#domain/ids.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { z } from 'zod'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useFieldErrors } from '../../../ui/field-errors.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { InlineForm, ReasonField } from '../inline-form.tsx'

const Link = z.strictObject({ otherReference: z.string(), kind: LinkKind, reason: z.string() })
export type LinkStart = Pick<z.infer<typeof Link>, 'otherReference' | 'kind'>

type Props = {
  readonly caseId: CaseId
  /** What a suggestion says; null where somebody types it. */
  readonly start: LinkStart | null
  readonly onClose: () => void
  readonly onLinked: (reference: string) => void
}

/** Links another case, named by its reference, with how and why. */
export function LinkForm({ caseId, start, onClose, onLinked }: Props) {
  const t = useT()
  const fresh: z.infer<typeof Link> = { otherReference: '', kind: 'samePerpetrator', reason: '', ...start }
  const draft = useDraft(
    start === null ? `link:${caseId}` : `link:${caseId}-${start.otherReference}`,
    fresh,
    (stored) => Link.safeParse(stored).data ?? null,
  )
  const add = useApiCommand('links.add', {
    onDone: (_, { otherReference }) => {
      void draft.discard()
      onLinked(otherReference.trim().toUpperCase())
    },
  })
  const errorOf = useFieldErrors(add.error)
  const { otherReference, kind, reason } = draft.value
  return (
    <InlineForm
      saveLabel={t('links.save')}
      isPending={add.isPending}
      error={errorOf('otherReference') === null && errorOf('reason') === null ? add.error : null}
      onSubmit={() => add.mutate({ caseId, otherReference, kind, reason })}
      onClose={onClose}
    >
      <TextInput
        label={t('links.reference')}
        placeholder="HR-2026-0042"
        required
        maxLength={40}
        value={otherReference}
        error={errorOf('otherReference')}
        onChange={(event) => {
          const typed = event.currentTarget.value
          draft.set((now) => ({ ...now, otherReference: typed }))
        }}
      />
      <NativeSelect
        label={t('links.kind')}
        value={kind}
        data={linkKinds.map((value) => ({ value, label: t(`links.kind.${value}`) }))}
        onChange={(event) => {
          const chosen = LinkKind.parse(event.currentTarget.value)
          draft.set((now) => ({ ...now, kind: chosen }))
        }}
      />
      <ReasonField
        label={t('links.reason')}
        hint={t('links.reason.hint')}
        isRequired
        value={reason}
        error={errorOf('reason')}
        onChange={(next) => draft.set((now) => ({ ...now, reason: next }))}
      />
    </InlineForm>
  )
}
