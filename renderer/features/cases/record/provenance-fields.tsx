import type { AgencyId } from '#domain/ids.ts'
import { isPrivilegedFrom, type Provenance } from '#domain/record/provenance.ts'
import { Checkbox } from '@mantine/core'
import { useApiQuery } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { today } from '../../../ui/today.ts'
import { AgencyField } from './agency-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import classes from './record.module.css'

type Props = {
  readonly value: Provenance
  readonly set: (part: Partial<Provenance>) => void
  readonly errorOf: (path: string) => string | null
  readonly idOf: (path: string) => string
}

/** Who said it and when, whether it is fact or opinion, and whether an advocate's privilege is on it: the same for every entry. */
export function ProvenanceFields({ value, set, errorOf, idOf }: Props) {
  const t = useT()
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data ?? []

  // From an advocate it is privileged unless somebody says otherwise; another choice of agency never opens what was closed.
  function setSaidBy(saidBy: AgencyId | null): void {
    const sector = agencies.find(({ id }) => id === saidBy)?.sector ?? null
    set({ saidBy, ...(isPrivilegedFrom(sector) ? { isPrivileged: true } : {}) })
  }

  return (
    <fieldset className={classes.provenance}>
      <legend>{t('record.provenance')}</legend>
      <div className={classes.pair}>
        <AgencyField
          id={idOf('provenance.saidBy')}
          label={t('record.saidBy')}
          none={t('record.saidBy.team')}
          value={value.saidBy}
          error={errorOf('provenance.saidBy')}
          onChange={setSaidBy}
        />
        <DateField
          id={idOf('provenance.saidOn')}
          label={t('record.saidOn')}
          value={value.saidOn}
          max={today()}
          error={errorOf('provenance.saidOn')}
          onChange={(saidOn) => set({ saidOn })}
        />
      </div>
      <ChoiceField
        id={idOf('provenance.basis')}
        label={t('record.basis')}
        value={value.basis}
        values={['fact', 'opinion']}
        wordOf={(basis) => t(`record.basis.${basis}`)}
        onChange={(basis) => set({ basis })}
      />
      <Checkbox
        id={idOf('provenance.isPrivileged')}
        label={t('record.isPrivileged')}
        description={t('record.isPrivileged.hint')}
        checked={value.isPrivileged}
        onChange={(event) => set({ isPrivileged: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
