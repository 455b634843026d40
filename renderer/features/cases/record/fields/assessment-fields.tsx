import { TextInput } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import type { FieldsProps } from '../fields-props.ts'

export function AssessmentFields({ value, set, errorOf, idOf }: FieldsProps<'assessment'>) {
  const t = useT()
  return (
    <TextInput
      id={idOf('completedByRole')}
      label={t('record.note')}
      value={value.completedByRole}
      error={errorOf('completedByRole')}
      onChange={(event) => set({ completedByRole: event.currentTarget.value })}
    />
  )
}
