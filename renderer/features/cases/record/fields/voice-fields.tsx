import { knownAnswers } from '#domain/record/known.ts'
import { askedAnswers } from '#domain/record/voice.ts'
import { TextInput } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** What she wants and fears, whether she was asked and told, and what she thought of it after. */
export function VoiceFields({ value, set, errorOf, idOf }: FieldsProps<'voice'>) {
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <DateField
          id={idOf('on')}
          label={t('voice.on')}
          isRequired
          max={today()}
          value={value.on}
          error={errorOf('on')}
          onChange={(on) => set({ on })}
        />
        <ChoiceField
          id={idOf('wasAsked')}
          label={t('voice.wasAsked')}
          value={value.wasAsked}
          values={askedAnswers}
          wordOf={(answer) => t(`voice.asked.${answer}`)}
          onChange={(wasAsked) => set({ wasAsked })}
        />
      </div>
      <WordsField
        id={idOf('wants')}
        label={t('voice.wants')}
        value={value.wants}
        error={errorOf('wants')}
        onChange={(wants) => set({ wants })}
      />
      <WordsField
        id={idOf('fears')}
        label={t('voice.fears')}
        value={value.fears}
        error={errorOf('fears')}
        onChange={(fears) => set({ fears })}
      />
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('knowsOfMeeting')}
          label={t('voice.knowsOfMeeting')}
          value={value.knowsOfMeeting}
          values={askedAnswers}
          wordOf={(answer) => t(`voice.asked.${answer}`)}
          onChange={(knowsOfMeeting) => set({ knowsOfMeeting })}
        />
        <ChoiceField
          id={idOf('agreed')}
          label={t('voice.agreed')}
          value={value.agreed}
          values={knownAnswers}
          wordOf={(answer) => t(`known.${answer}`)}
          onChange={(agreed) => set({ agreed })}
        />
        <TextInput
          id={idOf('toldBy')}
          label={t('voice.toldBy')}
          value={value.toldBy}
          error={errorOf('toldBy')}
          onChange={(event) => set({ toldBy: event.currentTarget.value })}
        />
        <TextInput
          id={idOf('toldHow')}
          label={t('voice.toldHow')}
          value={value.toldHow}
          error={errorOf('toldHow')}
          onChange={(event) => set({ toldHow: event.currentTarget.value })}
        />
      </div>
      <TextInput
        id={idOf('codeWord')}
        label={t('voice.codeWord')}
        description={t('voice.codeWord.hint')}
        value={value.codeWord}
        error={errorOf('codeWord')}
        onChange={(event) => set({ codeWord: event.currentTarget.value })}
      />
      <WordsField
        id={idOf('feedback')}
        label={t('voice.feedback')}
        value={value.feedback}
        error={errorOf('feedback')}
        onChange={(feedback) => set({ feedback })}
      />
    </>
  )
}
