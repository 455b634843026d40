import { incidentKinds } from '#domain/record/incident.ts'
import { NativeSelect, Select, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { fieldId } from '../../ui/form-field.ts'
import { today } from '../../ui/today.ts'
import type { SectionProps } from './section-props.ts'
import classes from './referral-form.module.css'

/** Who referred, when, and when it happened. */
export function SourceSection({ form, value, onChange, errorOf }: SectionProps) {
  const t = useT()
  const agencies = useApiQuery('agencies.list', { includeArchived: false })
  const choices = (agencies.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t('referrals.section.source')}</legend>
      {agencies.data?.length === 0 ? (
        <p>
          {t('referrals.noAgencies')} <Link to="/agencies">{t('referrals.toAgencies')}</Link>
        </p>
      ) : null}
      <div className={classes.fields}>
        <Select
          id={fieldId(form, 'sourceAgencyId')}
          className={classes.wide}
          label={t('referrals.sourceAgency')}
          placeholder={t('referrals.sourceAgency.choose')}
          data={choices}
          value={value.sourceAgencyId === null ? null : String(value.sourceAgencyId)}
          error={errorOf('sourceAgencyId')}
          nothingFoundMessage={t('referrals.sourceAgency.none')}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          withAsterisk
          onChange={(id) => onChange({ sourceAgencyId: id === null ? null : Number(id) })}
        />
        <DateField
          id={fieldId(form, 'receivedOn')}
          label={t('referrals.receivedOn')}
          value={value.receivedOn}
          error={errorOf('receivedOn')}
          max={today()}
          isRequired
          onChange={(receivedOn) => onChange({ receivedOn })}
        />
        <DateField
          id={fieldId(form, 'incidentOn')}
          label={t('referrals.incidentOn')}
          value={value.incidentOn}
          error={errorOf('incidentOn')}
          max={today()}
          onChange={(incidentOn) => onChange({ incidentOn })}
        />
        <NativeSelect
          id={fieldId(form, 'incidentKind')}
          label={t('referrals.incidentKind')}
          value={value.incidentKind ?? ''}
          error={errorOf('incidentKind')}
          data={[
            { value: '', label: t('referrals.incidentKind.notSaid') },
            ...incidentKinds.map((kind) => ({ value: kind, label: t(`incidentKind.${kind}`) })),
          ]}
          onChange={(event) => onChange({ incidentKind: incidentKinds.find((kind) => kind === event.currentTarget.value) ?? null })}
        />
        <TextInput
          id={fieldId(form, 'sourceContact')}
          label={t('referrals.sourceContact')}
          value={value.sourceContact}
          error={errorOf('sourceContact')}
          autoComplete="off"
          onChange={(event) => onChange({ sourceContact: event.currentTarget.value })}
        />
        <TextInput
          id={fieldId(form, 'teamReference')}
          label={t('referrals.teamReference')}
          value={value.teamReference}
          error={errorOf('teamReference')}
          autoComplete="off"
          onChange={(event) => onChange({ teamReference: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}
