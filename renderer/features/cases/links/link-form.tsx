import { LinkKind, linkKinds } from '#domain/case-link.ts'
import type { CaseId } from '#domain/ids.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useFieldErrors } from '../../../ui/field-errors.ts'
import { InlineForm, ReasonField } from '../inline-form.tsx'

export type LinkStart = { readonly otherReference: string; readonly kind: LinkKind }

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
  // No draft is kept: what is typed names another case, and a draft belongs to one.
  const [link, setLink] = useState({ otherReference: '', reason: '', ...(start ?? { kind: LinkKind.parse('samePerpetrator') }) })
  const add = useApiCommand('links.add', {
    onDone: (_, { otherReference }) => onLinked(otherReference.trim().toUpperCase()),
  })
  const errorOf = useFieldErrors(add.error)
  const { otherReference, kind, reason } = link
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
        placeholder="HR-…"
        required
        maxLength={40}
        value={otherReference}
        error={errorOf('otherReference')}
        onChange={(event) => {
          const typed = event.currentTarget.value
          setLink((now) => ({ ...now, otherReference: typed }))
        }}
      />
      <NativeSelect
        label={t('links.kind')}
        value={kind}
        data={linkKinds.map((value) => ({ value, label: t(`links.kind.${value}`) }))}
        onChange={(event) => {
          const chosen = LinkKind.parse(event.currentTarget.value)
          setLink((now) => ({ ...now, kind: chosen }))
        }}
      />
      <ReasonField
        label={t('links.reason')}
        hint={t('links.reason.hint')}
        isRequired
        value={reason}
        error={errorOf('reason')}
        onChange={(next) => setLink((now) => ({ ...now, reason: next }))}
      />
    </InlineForm>
  )
}
