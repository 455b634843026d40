import { knownAnswers } from '#domain/record/known.ts'
import { askedAnswers } from '#domain/record/voice.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import { LineField } from '../line-field.tsx'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** What she wants and fears, whether she was asked and told, and what she thought of it after. */
export function VoiceFields(props: FieldsProps<'voice'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <DateField {...field('on')} label={t('voice.on')} isRequired max={today()} />
        <ChoiceField
          {...field('wasAsked')}
          label={t('voice.wasAsked')}
          values={askedAnswers}
          wordOf={(answer) => t(`voice.asked.${answer}`)}
        />
      </div>
      <WordsField {...field('wants')} label={t('voice.wants')} />
      <WordsField {...field('fears')} label={t('voice.fears')} />
      <div className={classes.pair}>
        <ChoiceField
          {...field('knowsOfMeeting')}
          label={t('voice.knowsOfMeeting')}
          values={askedAnswers}
          wordOf={(answer) => t(`voice.asked.${answer}`)}
        />
        <ChoiceField {...field('agreed')} label={t('voice.agreed')} values={knownAnswers} wordOf={(answer) => t(`known.${answer}`)} />
        <LineField {...field('toldBy')} label={t('voice.toldBy')} />
        <LineField {...field('toldHow')} label={t('voice.toldHow')} />
      </div>
      <LineField {...field('codeWord')} label={t('voice.codeWord')} description={t('voice.codeWord.hint')} />
      <WordsField {...field('feedback')} label={t('voice.feedback')} />
    </>
  )
}
