import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

/** Whether the perpetrator knows of the referral or the meeting, and since when that is known. */
export function AwarenessFields(props: FieldsProps<'awareness'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <ChoiceField {...field('heKnows')} label={t('awareness.heKnows')} values={knownAnswers} wordOf={(answer) => t(`known.${answer}`)} />
      <DateField {...field('on')} label={t('awareness.on')} isRequired max={today()} />
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
