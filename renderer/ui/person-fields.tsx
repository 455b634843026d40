import { TextInput } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { DateField } from './date-field.tsx'
import { fieldId } from './form-field.ts'
import classes from './people-fields.module.css'
import type { PersonForm } from './person-form.ts'
import { today } from './today.ts'

type Props = {
  readonly form: string
  readonly party: 'victim' | 'perpetrator'
  readonly value: PersonForm
  readonly onChange: (value: PersonForm) => void
  readonly errorOf: (path: string) => string | null
}

/** Name, date of birth, address and phone of one of the two people of a case. */
export function PersonFields({ form, party, value, onChange, errorOf }: Props) {
  const t = useT()
  const text = (field: 'name' | 'address' | 'phone') => ({
    id: fieldId(form, `${party}.${field}`),
    label: t(`person.${field}`),
    value: value[field],
    error: errorOf(`${party}.${field}`),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange({ ...value, [field]: event.currentTarget.value }),
  })
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t(`person.${party}`)}</legend>
      <div className={classes.person}>
        <TextInput {...text('name')} required withAsterisk className={classes.wide} />
        <DateField
          id={fieldId(form, `${party}.dateOfBirth`)}
          label={t('person.dateOfBirth')}
          value={value.dateOfBirth}
          error={errorOf(`${party}.dateOfBirth`)}
          max={today()}
          twoDigitYears="birth"
          onChange={(dateOfBirth) => onChange({ ...value, dateOfBirth })}
        />
        <TextInput {...text('phone')} />
        <TextInput {...text('address')} className={classes.wide} />
      </div>
    </fieldset>
  )
}
