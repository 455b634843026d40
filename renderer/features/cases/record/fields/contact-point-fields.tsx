import { metPeople } from '#domain/record/contact-point.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { TextInput } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** Which agency meets whom, when last, and whether the matter may be raised there. */
export function ContactPointFields({ value, set, errorOf, idOf }: FieldsProps<'contactPoint'>) {
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <AgencyField
          id={idOf('agencyId')}
          label={t('contact.agency')}
          none={t('contact.agency.choose')}
          isRequired
          value={value.agencyId}
          error={errorOf('agencyId')}
          onChange={(agencyId) => set({ agencyId })}
        />
        <ChoiceField
          id={idOf('meets')}
          label={t('contact.meets')}
          value={value.meets}
          values={metPeople}
          wordOf={(person) => t(`met.${person}`)}
          onChange={(meets) => set({ meets })}
        />
        <DateField
          id={idOf('lastOn')}
          label={t('contact.lastOn')}
          max={today()}
          value={value.lastOn}
          error={errorOf('lastOn')}
          onChange={(lastOn) => set({ lastOn })}
        />
        <ChoiceField
          id={idOf('isSafeToRaise')}
          label={t('contact.isSafeToRaise')}
          value={value.isSafeToRaise}
          values={knownAnswers}
          wordOf={(answer) => t(`known.${answer}`)}
          onChange={(isSafeToRaise) => set({ isSafeToRaise })}
        />
      </div>
      <TextInput
        id={idOf('often')}
        label={t('contact.often')}
        description={t('contact.often.hint')}
        value={value.often}
        error={errorOf('often')}
        onChange={(event) => set({ often: event.currentTarget.value })}
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
