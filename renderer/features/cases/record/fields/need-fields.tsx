import { isEnded } from '#domain/action.ts'
import type { ActionId } from '#domain/ids.ts'
import { needDomains, needStates } from '#domain/record/need.ts'
import { Checkbox } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { useSaid } from '../../use-said.ts'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** One need of hers: whether it is open, and which of the actions of the case answer it. */
export function NeedFields({ detail, value, set, errorOf, idOf }: FieldsProps<'need'>) {
  const t = useT()
  const said = useSaid(detail)
  const actions = detail.actions.toSorted((one, other) => Number(isEnded(one.status)) - Number(isEnded(other.status)))
  const linked = value.actionIds.filter((id) => id !== null)
  const link = (id: ActionId, isOn: boolean) => set({ actionIds: isOn ? [...linked, id] : linked.filter((other) => other !== id) })
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('domain')}
          label={t('need.domain')}
          value={value.domain}
          values={needDomains}
          wordOf={(domain) => t(`needDomain.${domain}`)}
          error={errorOf('domain')}
          onChange={(domain) => set({ domain })}
        />
        <ChoiceField
          id={idOf('state')}
          label={t('need.state')}
          value={value.state}
          values={needStates}
          wordOf={(state) => t(`needState.${state}`)}
          onChange={(state) => set({ state })}
        />
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
      <WordsField
        id={idOf('note')}
        label={t('record.note')}
        value={value.note}
        error={errorOf('note')}
        onChange={(note) => set({ note })}
      />
    </>
  )
}
