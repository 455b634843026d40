import { incidentKinds } from '#domain/record/incident.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** Something that he did, whoever came to know of it. */
export function IncidentFields({ value, set, errorOf, idOf }: FieldsProps<'incident'>) {
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('incident')}
          label={t('incident.what')}
          value={value.incident}
          values={incidentKinds}
          wordOf={(kind) => t(`incidentKind.${kind}`)}
          onChange={(incident) => set({ incident })}
        />
        <DateField
          id={idOf('on')}
          label={t('incident.on')}
          isRequired
          max={today()}
          value={value.on}
          error={errorOf('on')}
          onChange={(on) => set({ on })}
        />
        <AgencyField
          id={idOf('identifiedBy')}
          label={t('incident.identifiedBy')}
          none={t('record.noAgency')}
          value={value.identifiedBy}
          error={errorOf('identifiedBy')}
          onChange={(identifiedBy) => set({ identifiedBy })}
        />
        <DateField
          id={idOf('identifiedOn')}
          label={t('incident.identifiedOn')}
          max={today()}
          value={value.identifiedOn}
          error={errorOf('identifiedOn')}
          onChange={(identifiedOn) => set({ identifiedOn })}
        />
      </div>
      <ChoiceField
        id={idOf('reportedToPolice')}
        label={t('incident.reportedToPolice')}
        value={value.reportedToPolice}
        values={knownAnswers}
        wordOf={(answer) => t(`known.${answer}`)}
        onChange={(reportedToPolice) => set({ reportedToPolice })}
      />
      <WordsField
        id={idOf('note')}
        label={t('record.note')}
        value={value.note}
        error={errorOf('note')}
        onChange={(note) => set({ note })}
      />
    </>
  )
}
