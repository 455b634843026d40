import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

/** Whether the perpetrator knows of the referral or the meeting, and since when that is known. */
export function AwarenessFields({ value, set, errorOf, idOf }: FieldsProps<'awareness'>) {
  const t = useT()
  return (
    <>
      <ChoiceField
        id={idOf('heKnows')}
        label={t('awareness.heKnows')}
        value={value.heKnows}
        values={knownAnswers}
        wordOf={(answer) => t(`known.${answer}`)}
        onChange={(heKnows) => set({ heKnows })}
      />
      <DateField
        id={idOf('on')}
        label={t('awareness.on')}
        isRequired
        max={today()}
        value={value.on}
        error={errorOf('on')}
        onChange={(on) => set({ on })}
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
