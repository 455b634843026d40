import { measureKinds } from '#domain/record/measure.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'
import { ViolationFields } from './violation-fields.tsx'

/** What is done towards him: by whom, for how long, on what conditions, and how it was broken. */
export function MeasureFields(props: FieldsProps<'measure'>) {
  const field = fieldOf(props)
  const t = useT()
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField {...field('measure')} label={t('measure.kind')} values={measureKinds} wordOf={(kind) => t(`measureKind.${kind}`)} />
        <ChoiceField
          {...field('state')}
          label={t('measure.state')}
          values={['proposed', 'inForce', 'ended']}
          wordOf={(state) => t(`measureState.${state}`)}
        />
        <DateField {...field('from')} label={t('measure.from')} />
        <DateField {...field('until')} label={t('measure.until')} />
      </div>
      <AgencyField {...field('heldBy')} label={t('measure.heldBy')} none={t('record.noAgency')} />
      <WordsField {...field('conditions')} label={t('measure.conditions')} />
      <ViolationFields {...props} />
    </>
  )
}
