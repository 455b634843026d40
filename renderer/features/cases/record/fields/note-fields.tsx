import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

/** A word of the team's own, by its day. */
export function NoteFields({ value, set, errorOf, idOf }: FieldsProps<'note'>) {
  const t = useT()
  return (
    <>
      <WordsField
        id={idOf('text')}
        label={t('record.kind.note')}
        isRequired
        rows={5}
        value={value.text}
        error={errorOf('text')}
        onChange={(text) => set({ text })}
      />
      <DateField
        id={idOf('on')}
        label={t('record.day')}
        isRequired
        max={today()}
        value={value.on}
        error={errorOf('on')}
        onChange={(on) => set({ on })}
      />
    </>
  )
}
