import { measureKinds } from '#domain/record/measure.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'
import { ViolationFields } from './violation-fields.tsx'

/** What is done towards him: by whom, for how long, on what conditions, and how it was broken. */
export function MeasureFields(props: FieldsProps<'measure'>) {
  const { value, set, errorOf, idOf } = props
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('measure')}
          label={t('measure.kind')}
          value={value.measure}
          values={measureKinds}
          wordOf={(kind) => t(`measureKind.${kind}`)}
          onChange={(measure) => set({ measure })}
        />
        <ChoiceField
          id={idOf('state')}
          label={t('measure.state')}
          value={value.state}
          values={['proposed', 'inForce', 'ended']}
          wordOf={(state) => t(`measureState.${state}`)}
          onChange={(state) => set({ state })}
        />
        <DateField
          id={idOf('from')}
          label={t('measure.from')}
          value={value.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <DateField
          id={idOf('until')}
          label={t('measure.until')}
          value={value.until}
          error={errorOf('until')}
          onChange={(until) => set({ until })}
        />
      </div>
      <AgencyField
        id={idOf('heldBy')}
        label={t('measure.heldBy')}
        none={t('record.noAgency')}
        value={value.heldBy}
        error={errorOf('heldBy')}
        onChange={(heldBy) => set({ heldBy })}
      />
      <WordsField
        id={idOf('conditions')}
        label={t('measure.conditions')}
        value={value.conditions}
        error={errorOf('conditions')}
        onChange={(conditions) => set({ conditions })}
      />
      <ViolationFields {...props} />
    </>
  )
}
