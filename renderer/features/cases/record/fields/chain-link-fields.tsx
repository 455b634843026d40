import { useT } from '../../../../i18n/use-t.ts'
import type { FieldsProps } from '../fields-props.ts'
import { WordsField } from '../words-field.tsx'

export function ChainLinkFields({ value, set, errorOf, idOf }: FieldsProps<'chainLink'>) {
  const t = useT()
  return (
    <WordsField id={idOf('note')} label={t('record.note')} value={value.note} error={errorOf('note')} onChange={(note) => set({ note })} />
  )
}
