import { metPeople } from '#domain/record/contact-point.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import { LineField } from '../line-field.tsx'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** Which agency meets whom, when last, and whether the matter may be raised there. */
export function ContactPointFields(props: FieldsProps<'contactPoint'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <AgencyField {...field('agencyId')} label={t('contact.agency')} none={t('contact.agency.choose')} isRequired />
        <ChoiceField {...field('meets')} label={t('contact.meets')} values={metPeople} wordOf={(person) => t(`met.${person}`)} />
        <DateField {...field('lastOn')} label={t('contact.lastOn')} max={today()} />
        <ChoiceField
          {...field('isSafeToRaise')}
          label={t('contact.isSafeToRaise')}
          values={knownAnswers}
          wordOf={(answer) => t(`known.${answer}`)}
        />
      </div>
      <LineField {...field('often')} label={t('contact.often')} description={t('contact.often.hint')} />
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
