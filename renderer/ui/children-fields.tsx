import { Button, CloseButton, TextInput } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { DateField } from './date-field.tsx'
import { fieldId, focusField } from './form-field.ts'
import classes from './people-fields.module.css'
import { type ChildForm, type ChildrenForm, emptyChild } from './person-form.ts'
import { today } from './today.ts'

const mostChildren = 20

type Props = {
  readonly form: string
  readonly value: ChildrenForm
  readonly onChange: (value: ChildrenForm) => void
  readonly errorOf: (path: string) => string | null
}

/** How many children, and a row for each of whom something is known. */
export function ChildrenFields({ form, value, onChange, errorOf }: Props) {
  const t = useT()
  const setRow = (index: number, row: ChildForm) => onChange({ ...value, rows: value.rows.map((each, at) => (at === index ? row : each)) })

  function add(): void {
    onChange({ ...value, rows: [...value.rows, emptyChild] })
    setTimeout(() => focusField(form, `children.${value.rows.length}.name`))
  }

  function remove(index: number): void {
    onChange({ ...value, rows: value.rows.filter((_, at) => at !== index) })
    setTimeout(() => focusField(form, index > 0 ? `children.${index - 1}.name` : 'childrenCount'))
  }

  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('children.title')}</legend>
      <div className={classes.count}>
        <TextInput
          id={fieldId(form, 'childrenCount')}
          className={classes.number}
          label={t('children.count')}
          description={t('children.countHint')}
          inputMode="numeric"
          autoComplete="off"
          value={value.count}
          error={errorOf('childrenCount')}
          onChange={(event) => onChange({ ...value, count: event.currentTarget.value })}
        />
        <Button variant="default" size="sm" disabled={value.rows.length >= mostChildren} onClick={add}>
          {t('children.add')}
        </Button>
      </div>
      {value.rows.map((row, index) => (
        <div key={index} role="group" aria-label={t('children.child', { number: index + 1 })} className={classes.child}>
          <TextInput
            id={fieldId(form, `children.${index}.name`)}
            label={t('person.name')}
            autoComplete="off"
            value={row.name}
            error={errorOf(`children.${index}.name`)}
            onChange={(event) => setRow(index, { ...row, name: event.currentTarget.value })}
          />
          <DateField
            id={fieldId(form, `children.${index}.dateOfBirth`)}
            label={t('person.dateOfBirth')}
            value={row.dateOfBirth}
            error={errorOf(`children.${index}.dateOfBirth`)}
            max={today()}
            onChange={(dateOfBirth) => setRow(index, { ...row, dateOfBirth })}
          />
          <TextInput
            id={fieldId(form, `children.${index}.school`)}
            label={t('children.school')}
            autoComplete="off"
            value={row.school}
            error={errorOf(`children.${index}.school`)}
            onChange={(event) => setRow(index, { ...row, school: event.currentTarget.value })}
          />
          <CloseButton aria-label={t('children.remove', { number: index + 1 })} onClick={() => remove(index)} />
        </div>
      ))}
    </fieldset>
  )
}
