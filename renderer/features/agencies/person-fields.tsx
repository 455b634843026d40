import { TeamRole, teamRoles } from '#domain/agency.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import classes from './agencies.module.css'
import type { PersonForm } from './agency-form.ts'

type Props = {
  readonly person: PersonForm
  readonly errorOf: (field: 'name' | 'email' | 'phone') => string | null
  readonly onChange: (person: PersonForm) => void
  readonly onRemove: () => void
}

/** One person who works for the agency. */
export function PersonFields({ person, errorOf, onChange, onRemove }: Props) {
  const t = useT()
  const named = person.name.trim() === '' ? t('agencies.person.unnamed') : person.name
  return (
    <fieldset className={classes.person} aria-label={named}>
      <div className={classes.pair}>
        <TextInput
          label={t('agencies.person.name')}
          value={person.name}
          error={errorOf('name')}
          onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('agencies.person.role')}
          value={person.role}
          data={teamRoles.map((value) => ({ value, label: t(`teamRole.${value}`) }))}
          onChange={(event) => onChange({ ...person, role: TeamRole.parse(event.currentTarget.value) })}
        />
        <TextInput
          label={t('agencies.email')}
          value={person.email}
          error={errorOf('email')}
          onChange={(event) => onChange({ ...person, email: event.currentTarget.value })}
        />
        <TextInput
          label={t('agencies.phone')}
          value={person.phone}
          error={errorOf('phone')}
          onChange={(event) => onChange({ ...person, phone: event.currentTarget.value })}
        />
      </div>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" aria-label={t('agencies.person.remove', { name: named })} onClick={onRemove}>
          {t('agencies.person.remove', { name: named })}
        </Button>
      </div>
    </fieldset>
  )
}
