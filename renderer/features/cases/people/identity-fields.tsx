import { Textarea, TextInput } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { today } from '../../../ui/today.ts'
import type { FieldsProps } from './fields-props.ts'
import classes from './people.module.css'

/** Name, other names, date of birth and pronouns. */
export function IdentityFields({ value, change, errorOf }: FieldsProps) {
  const t = useT()
  return (
    <fieldset className={classes.group}>
      <legend>{t('people.identity')}</legend>
      <TextInput
        label={t('person.name')}
        autoComplete="off"
        value={value.name}
        error={errorOf('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <DateField
          label={t('person.dateOfBirth')}
          value={value.dateOfBirth}
          error={errorOf('dateOfBirth')}
          max={today()}
          twoDigitYears="birth"
          onChange={(dateOfBirth) => change({ dateOfBirth })}
        />
        <TextInput
          label={t('people.pronouns')}
          autoComplete="off"
          value={value.pronouns}
          error={errorOf('details.pronouns')}
          onChange={(event) => change({ pronouns: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('people.aliases')}
        description={t('people.aliases.hint')}
        autosize
        minRows={1}
        maxRows={6}
        value={value.aliases}
        error={errorOf('details.aliases')}
        onChange={(event) => change({ aliases: event.currentTarget.value })}
      />
    </fieldset>
  )
}
