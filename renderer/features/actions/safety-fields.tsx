import type { ActionRow } from '#domain/action.ts'
import type { Agency } from '#domain/agency.ts'
import { ActionId, AgencyId } from '#domain/ids.ts'
import { KnownAnswer, knownAnswers } from '#domain/record/known.ts'
import type { ActionSafety } from '#domain/safety/action-safety.ts'
import { Checkbox, NativeSelect } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'

type Props = {
  readonly safety: ActionSafety
  readonly agencies: readonly Agency[]
  readonly others: readonly ActionRow[]
  readonly onChange: (safety: ActionSafety) => void
}

/** What the action could do to her, who tells her first, and what must come before. */
export function SafetyFields({ safety, agencies, others, onChange }: Props) {
  const t = useT()
  const answers = knownAnswers.map((value) => ({ value, label: t(`safety.answer.${value}`) }))
  return (
    <>
      <Checkbox
        label={t('safety.isTowardsHim')}
        checked={safety.isTowardsHim}
        onChange={(event) => onChange({ ...safety, isTowardsHim: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('safety.couldNotice')}
        value={safety.couldNotice}
        data={answers}
        onChange={(event) => onChange({ ...safety, couldNotice: KnownAnswer.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('safety.couldRaiseRisk')}
        value={safety.couldRaiseRisk}
        data={answers}
        onChange={(event) => onChange({ ...safety, couldRaiseRisk: KnownAnswer.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('safety.toldFirstBy')}
        value={String(safety.toldFirstBy ?? '')}
        data={[
          { value: '', label: t('safety.toldFirstBy.nobody') },
          ...agencies
            .filter(({ isArchived, id }) => !isArchived || id === safety.toldFirstBy)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) =>
          onChange({ ...safety, toldFirstBy: event.currentTarget.value === '' ? null : AgencyId.parse(Number(event.currentTarget.value)) })
        }
      />
      <NativeSelect
        label={t('safety.after')}
        value={String(safety.after ?? '')}
        data={[
          { value: '', label: t('safety.after.nothing') },
          ...others.map(({ id, reference, agencyName }) => ({ value: String(id), label: `${reference} ${agencyName}` })),
        ]}
        onChange={(event) =>
          onChange({ ...safety, after: event.currentTarget.value === '' ? null : ActionId.parse(Number(event.currentTarget.value)) })
        }
      />
    </>
  )
}
