import { identifierKinds } from '#domain/people/details.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { Button, CloseButton, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { ChoiceField } from '../record/choice-field.tsx'
import { WordsField } from '../record/words-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import classes from './people.module.css'

/** Language and access, work and school, numbers, plates and a note. */
export function MoreFields({ value, change, errorOf }: FieldsProps) {
  const t = useT()
  const { identifiers } = value
  const text = (field: 'language' | 'occupation' | 'employer' | 'school' | 'doctor') => ({
    label: t(`people.${field}`),
    autoComplete: 'off',
    value: value[field],
    error: errorOf(`details.${field}`),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [field]: event.currentTarget.value }),
  })
  const setNumber = (at: number, part: Partial<(typeof identifiers)[number]>) =>
    change({ identifiers: identifiers.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t('people.access')}</legend>
        <div className={classes.pair}>
          <TextInput {...text('language')} />
          <ChoiceField
            label={t('people.interpreter')}
            value={value.needsInterpreter}
            values={knownAnswers}
            wordOf={(each) => t(`known.${each}`)}
            onChange={(needsInterpreter) => change({ needsInterpreter })}
          />
        </div>
        <WordsField
          label={t('people.accessNeeds')}
          rows={1}
          value={value.accessNeeds}
          error={errorOf('details.accessNeeds')}
          onChange={(accessNeeds) => change({ accessNeeds })}
        />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('people.work')}</legend>
        <div className={classes.pair}>
          <TextInput {...text('occupation')} />
          <TextInput {...text('employer')} />
          <TextInput {...text('school')} />
          <TextInput {...text('doctor')} />
        </div>
        <Textarea
          label={t('people.plates')}
          description={t('people.plates.hint')}
          autosize
          minRows={1}
          maxRows={4}
          value={value.vehiclePlates}
          error={errorOf('details.vehiclePlates')}
          onChange={(event) => change({ vehiclePlates: event.currentTarget.value })}
        />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('people.identifiers')}</legend>
        {identifiers.map((identifier, index) => (
          <div key={index} className={classes.rowEnd}>
            <ChoiceField
              label={t('people.identifier.kind')}
              value={identifier.kind}
              values={identifierKinds}
              wordOf={(each) => t(`people.identifier.${each}`)}
              onChange={(kind) => setNumber(index, { kind })}
            />
            <TextInput
              label={t('people.identifier.value')}
              autoComplete="off"
              value={identifier.value}
              onChange={(event) => setNumber(index, { value: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={t('people.identifier.remove')}
              onClick={() => change({ identifiers: identifiers.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          className={classes.start}
          disabled={identifiers.length >= 20}
          onClick={() => change({ identifiers: [...identifiers, { kind: 'police', value: '' }] })}
        >
          {t('people.identifier.add')}
        </Button>
        <WordsField
          label={t('people.note')}
          rows={1}
          value={value.note}
          error={errorOf('details.note')}
          onChange={(note) => change({ note })}
        />
      </fieldset>
    </>
  )
}
