import { addMonths, type IsoDate } from '#domain/dates.ts'
import { severities } from '#domain/record/assessment.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { Button, NativeSelect } from '@mantine/core'
import { flushSync } from 'react-dom'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import type { FieldsProps } from '../record/fields-props.ts'
import { CalendarYear } from './calendar-year.tsx'
import classes from './risk.module.css'

type Props = Pick<FieldsProps<'assessment'>, 'record' | 'value' | 'set' | 'errorOf' | 'idOf'>

/** What he did in the year before the assessment, day by day and how grave; the incidents of the record can be taken over. */
export function CalendarFields({ record, value, set, errorOf, idOf }: Props) {
  const t = useT()
  const format = useFormat()
  const { calendar, completedOn } = value
  const marked = new Set(calendar.map(({ on }) => on))
  const since = completedOn === null ? null : addMonths(completedOn, -12)
  const isInYear = (on: IsoDate) => since !== null && completedOn !== null && on >= since && on <= completedOn
  const further = [...new Set(entriesOf(record.entries, 'incident').map(({ content }) => content.on))]
    .filter((on) => isInYear(on) && !marked.has(on))
    .toSorted()
  const change = (index: number, part: Partial<(typeof calendar)[number]>) =>
    set({ calendar: calendar.map((mark, each) => (each === index ? { ...mark, ...part } : mark)) })
  return (
    <fieldset className={classes.calendar}>
      <legend>{t('assess.calendar')}</legend>
      <p className={classes.dim}>{t('assess.calendar.hint')}</p>
      {completedOn === null ? null : <CalendarYear completedOn={completedOn} calendar={calendar} />}
      {calendar.map(({ on, severity }, index) => {
        const date = on === null ? '' : format.date(on)
        return (
          <div key={index} className={classes.mark}>
            <DateField
              id={idOf(`calendar.${index}.on`)}
              label={t('assess.calendar.day')}
              value={on}
              error={errorOf(`calendar.${index}.on`)}
              {...(completedOn === null ? {} : { max: completedOn })}
              onChange={(day) => change(index, { on: day })}
            />
            <NativeSelect
              label={t('assess.calendar.severity')}
              value={String(severity ?? 1)}
              data={severities.map(String)}
              onChange={(event) => change(index, { severity: severities.find((each) => String(each) === event.currentTarget.value) ?? 1 })}
            />
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('assess.calendar.remove', { date })}
              onClick={() => set({ calendar: calendar.filter((_, each) => each !== index) })}
            >
              ×
            </Button>
          </div>
        )
      })}
      <div className={classes.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            flushSync(() => set({ calendar: [...calendar, { on: null, severity: 1 }] }))
            document.getElementById(idOf(`calendar.${calendar.length}.on`))?.focus()
          }}
        >
          {t('assess.calendar.add')}
        </Button>
        {further.length === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => set({ calendar: [...calendar, ...further.map((on) => ({ on, severity: 3 as const }))] })}
          >
            {t('assess.calendar.take', { count: further.length })}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
