import { Button, TextInput } from '@mantine/core'
import { flushSync } from 'react-dom'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import type { ContentForm } from '../entry-form.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

type Violation = ContentForm<'measure'>['violations'][number]

/** How a measure was broken, time by time, and what was done about it; one without an answer stands out in the case. */
export function ViolationFields({ value, set, errorOf, idOf }: FieldsProps<'measure'>) {
  const t = useT()
  const { violations } = value
  const change = (index: number, part: Partial<Violation>) =>
    set({ violations: violations.map((violation, at) => (at === index ? { ...violation, ...part } : violation)) })
  return (
    <fieldset className={classes.ballots}>
      <legend>{t('measure.violations')}</legend>
      {violations.map((violation, index) => (
        <div key={idOf(`violations.${index}`)} className={classes.form}>
          <DateField
            id={idOf(`violations.${index}.on`)}
            label={t('measure.violation.on')}
            isRequired
            max={today()}
            value={violation.on}
            error={errorOf(`violations.${index}.on`)}
            onChange={(on) => change(index, { on })}
          />
          <TextInput
            id={idOf(`violations.${index}.what`)}
            label={t('measure.violation.what')}
            required
            withAsterisk
            value={violation.what}
            error={errorOf(`violations.${index}.what`)}
            onChange={(event) => change(index, { what: event.currentTarget.value })}
          />
          <WordsField
            id={idOf(`violations.${index}.answer`)}
            label={t('measure.violation.answer')}
            rows={1}
            value={violation.answer}
            error={errorOf(`violations.${index}.answer`)}
            onChange={(answer) => change(index, { answer })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            style={{ justifySelf: 'start' }}
            onClick={() => set({ violations: violations.filter((_, at) => at !== index) })}
          >
            {t('measure.violation.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        style={{ justifySelf: 'start' }}
        onClick={() => {
          flushSync(() => set({ violations: [...violations, { on: today(), what: '', answer: '' }] }))
          document.getElementById(idOf(`violations.${violations.length}.on`))?.focus()
        }}
      >
        {t('measure.violation.add')}
      </Button>
    </fieldset>
  )
}
