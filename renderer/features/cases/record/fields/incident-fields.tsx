import { incidentKinds } from '#domain/record/incident.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** Something that he did, whoever came to know of it. */
export function IncidentFields(props: FieldsProps<'incident'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          {...field('incident')}
          label={t('incident.what')}
          values={incidentKinds}
          wordOf={(kind) => t(`incidentKind.${kind}`)}
        />
        <DateField {...field('on')} label={t('incident.on')} isRequired max={today()} />
        <AgencyField {...field('identifiedBy')} label={t('incident.identifiedBy')} none={t('record.noAgency')} />
        <DateField {...field('identifiedOn')} label={t('incident.identifiedOn')} max={today()} />
      </div>
      <ChoiceField
        {...field('reportedToPolice')}
        label={t('incident.reportedToPolice')}
        values={knownAnswers}
        wordOf={(answer) => t(`known.${answer}`)}
      />
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
