import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

/** A word of the team's own, by its day. */
export function NoteFields(props: FieldsProps<'note'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <WordsField {...field('text')} label={t('record.kind.note')} isRequired rows={5} />
      <DateField {...field('on')} label={t('record.day')} isRequired max={today()} />
    </>
  )
}
