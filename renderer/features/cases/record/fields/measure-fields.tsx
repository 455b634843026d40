import { useT } from '../../../../i18n/use-t.ts'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

export function MeasureFields({ value, set, errorOf, idOf }: FieldsProps<'measure'>) {
  const t = useT()
  return (
    <WordsField
      id={idOf('conditions')}
      label={t('record.note')}
      value={value.conditions}
      error={errorOf('conditions')}
      onChange={(conditions) => set({ conditions })}
    />
  )
}
