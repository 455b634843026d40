import { isEnded } from '#domain/action.ts'
import type { ActionId } from '#domain/ids.ts'
import { needDomains, needStates } from '#domain/record/need.ts'
import { Checkbox } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { useSaid } from '../../use-said.ts'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** One need of hers: whether it is open, and which of the actions of the case answer it. */
export function NeedFields(props: FieldsProps<'need'>) {
  const { detail, value, set } = props
  const field = fieldOf(props)
  const t = useT()
  const said = useSaid(detail)
  const actions = detail.actions.toSorted((one, other) => Number(isEnded(one.status)) - Number(isEnded(other.status)))
  const linked = value.actionIds.filter((id) => id !== null)
  const link = (id: ActionId, isOn: boolean) => set({ actionIds: isOn ? [...linked, id] : linked.filter((other) => other !== id) })
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField {...field('domain')} label={t('need.domain')} values={needDomains} wordOf={(domain) => t(`needDomain.${domain}`)} />
        <ChoiceField {...field('state')} label={t('need.state')} values={needStates} wordOf={(state) => t(`needState.${state}`)} />
      </div>
      <fieldset className={classes.ballots}>
        <legend>{t('need.actions')}</legend>
        {actions.length === 0 ? <p className={classes.dim}>{t('need.actions.none')}</p> : null}
        {actions.map((action) => (
          <Checkbox
            key={action.id}
            label={`${action.agencyName}: ${said(action.description)}`}
            description={`${action.reference}, ${t(`actionStatus.${action.status}`)}`}
            checked={linked.includes(action.id)}
            onChange={(event) => link(action.id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
