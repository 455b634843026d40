import type { RestrictionHolder } from '#contract'
import { AgencyId, type CaseId } from '#domain/ids.ts'
import type { Restriction } from '#domain/restriction.ts'
import { Checkbox } from '@mantine/core'
import { z } from 'zod'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useFieldErrors } from '../../../ui/field-errors.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import classes from '../case.module.css'
import { InlineForm, ReasonField } from '../inline-form.tsx'

const Form = z.strictObject({ reason: z.string(), agencyIds: z.array(AgencyId), slotIds: z.array(z.string()) })
type Form = z.infer<typeof Form>

type Props = {
  readonly caseId: CaseId
  readonly restriction: Restriction | null
  readonly holders: readonly RestrictionHolder[]
  readonly onClose: () => void
}

const formOf = (restriction: Restriction | null): Form => ({
  reason: restriction?.reason ?? '',
  agencyIds: [...(restriction?.agencyIds ?? [])],
  slotIds: [...(restriction?.slotIds ?? [])],
})

function without<Item>(items: readonly Item[], item: Item, isIn: boolean): Item[] {
  const others = items.filter((each) => each !== item)
  return isIn ? [...others, item] : others
}

/** Whom the case is hidden from: agencies, and people with a passphrase; and why. */
export function RestrictionForm({ caseId, restriction, holders, onClose }: Props) {
  const t = useT()
  const agencies = useApiQuery('agencies.list', {})
  const draft = useDraft(`restriction:${caseId}`, formOf(restriction), (stored) => Form.safeParse(stored).data ?? null)
  const restrict = useApiCommand('restrictions.set', {
    onDone: () => {
      void draft.discard()
      onClose()
    },
  })
  const errorOf = useFieldErrors(restrict.error)
  const { reason, agencyIds, slotIds } = draft.value
  const hidesFromMe = holders.some(({ slotId, isMe }) => isMe && slotIds.includes(slotId))
  return (
    <InlineForm
      saveLabel={t(restriction === null ? 'restriction.set' : 'restriction.change.save')}
      isPending={restrict.isPending}
      error={errorOf('reason') === null ? restrict.error : null}
      onSubmit={() => restrict.mutate({ caseId, ...draft.value })}
      onClose={onClose}
    >
      <ReasonField
        label={t('restriction.reason')}
        hint={t('restriction.reasonHint')}
        isRequired
        value={reason}
        error={errorOf('reason')}
        onChange={(typed) => draft.set((now) => ({ ...now, reason: typed }))}
      />
      <fieldset className={classes.choice}>
        <legend>{t('restriction.holders')}</legend>
        {holders.map(({ slotId, name, role, isMe }) => (
          <Checkbox
            key={slotId}
            label={isMe ? t('keys.you', { name: name || t(`role.${role}`) }) : name || t(`role.${role}`)}
            checked={slotIds.includes(slotId)}
            onChange={(event) => {
              const isIn = event.currentTarget.checked
              draft.set((now) => ({ ...now, slotIds: without(now.slotIds, slotId, isIn) }))
            }}
          />
        ))}
      </fieldset>
      {hidesFromMe ? <p role="status">{t('restriction.fromMe')}</p> : null}
      <fieldset className={classes.choice}>
        <legend>{t('restriction.agencies')}</legend>
        {(agencies.data ?? []).map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={agencyIds.includes(id)}
            onChange={(event) => {
              const isIn = event.currentTarget.checked
              draft.set((now) => ({ ...now, agencyIds: without(now.agencyIds, id, isIn) }))
            }}
          />
        ))}
      </fieldset>
    </InlineForm>
  )
}
