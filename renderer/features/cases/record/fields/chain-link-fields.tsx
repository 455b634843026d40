import { linkKinds, linkStates } from '#domain/record/chain-link.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { useLinkWords } from '../../chain/use-link-words.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** One link of the chain of response: what it is, whether it happened, who holds it since when, and what it depends on. */
export function ChainLinkFields({ record, value, set, errorOf, idOf }: FieldsProps<'chainLink'>) {
  const t = useT()
  const words = useLinkWords()
  const links = entriesOf(record.entries, 'chainLink')
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          id={idOf('link')}
          label={t('chain.link')}
          value={value.link}
          values={linkKinds}
          wordOf={(kind) => t(`linkKind.${kind}`)}
          onChange={(link) => set({ link })}
        />
        <ChoiceField
          id={idOf('state')}
          label={t('chain.state')}
          value={value.state}
          values={linkStates}
          wordOf={(state) => t(`linkStanding.${state}`)}
          onChange={(state) => set({ state })}
        />
        <DateField
          id={idOf('on')}
          label={t('chain.on')}
          {...(value.state === 'done' ? { max: today() } : {})}
          value={value.on}
          error={errorOf('on')}
          onChange={(on) => set({ on })}
        />
        <AgencyField
          id={idOf('heldBy')}
          label={t('chain.heldBy')}
          none={t('record.noAgency')}
          value={value.heldBy}
          error={errorOf('heldBy')}
          onChange={(heldBy) => set({ heldBy, heldSince: heldBy === null ? null : (value.heldSince ?? today()) })}
        />
        <DateField
          id={idOf('heldSince')}
          label={t('chain.heldSince')}
          max={today()}
          value={value.heldSince}
          error={errorOf('heldSince')}
          onChange={(heldSince) => set({ heldSince })}
        />
        <NativeSelect
          id={idOf('dependsOn')}
          label={t('chain.dependsOn')}
          error={errorOf('dependsOn')}
          value={value.dependsOn === null ? '' : String(value.dependsOn)}
          data={[
            { value: '', label: t('chain.dependsOn.none') },
            ...links.map((link) => ({ value: String(link.id), label: words(link.content) })),
          ]}
          onChange={(event) => set({ dependsOn: links.find(({ id }) => String(id) === event.currentTarget.value)?.id ?? null })}
        />
      </div>
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
