import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { fieldId } from './form-field.ts'
import classes from './people-fields.module.css'
import { SafeContactForm } from './safe-contact-form.ts'

const kinds = SafeContactForm.shape.kind.options

type Props = {
  readonly form: string
  readonly value: SafeContactForm
  readonly onChange: (value: SafeContactForm) => void
  readonly errorOf: (path: string) => string | null
}

/** Whether and how the victim may be reached; nobody contacts her unless it is said here how. */
export function SafeContactFields({ form, value, onChange, errorOf }: Props) {
  const t = useT()
  const text = (field: 'who' | 'how' | 'when' | 'note') => ({
    id: fieldId(form, `safeContact.${field}`),
    label: t(`safeContact.${field}`),
    value: value[field],
    error: errorOf(`safeContact.${field}`),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange({ ...value, [field]: event.currentTarget.value }),
  })
  return (
    <fieldset className={classes.group} id={fieldId(form, 'safeContact.kind')}>
      <legend className={classes.legend}>{t('safeContact.title')}</legend>
      <div className={classes.choices}>
        {kinds.map((kind) => (
          <Radio
            key={kind}
            name={fieldId(form, 'safeContact')}
            value={kind}
            checked={value.kind === kind}
            label={t(`safeContact.${kind}`)}
            description={t(`safeContact.${kind}.hint`)}
            onChange={() => onChange({ ...value, kind })}
          />
        ))}
      </div>
      {value.kind === 'onlyThrough' ? <TextInput {...text('who')} required withAsterisk /> : null}
      {value.kind === 'direct' ? (
        <>
          <TextInput {...text('how')} description={t('safeContact.howHint')} required withAsterisk />
          <TextInput {...text('when')} />
          <Checkbox
            label={t('safeContact.mayLeaveMessage')}
            checked={value.mayLeaveMessage}
            onChange={(event) => onChange({ ...value, mayLeaveMessage: event.currentTarget.checked })}
          />
        </>
      ) : null}
      <Textarea {...text('note')} autosize minRows={1} maxRows={4} />
    </fieldset>
  )
}
