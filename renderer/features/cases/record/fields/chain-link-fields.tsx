import { linkKinds, linkStates } from '#domain/record/chain-link.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { makesCycle } from '#domain/record/entry-problems.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { useLinkWords } from '../../chain/use-link-words.ts'
import { AgencyField } from '../agency-field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { WordsField } from '../words-field.tsx'

/** One link of the chain of response: what it is, whether it happened, who holds it since when, and what it depends on. */
export function ChainLinkFields(props: FieldsProps<'chainLink'>) {
  const { record, entryId, value, set, errorOf, idOf } = props
  const field = fieldOf(props)
  const t = useT()
  const words = useLinkWords()
  const others = record.entries.filter(({ id }) => id !== entryId)
  // Not itself, and nothing that depends on it already.
  const links = entriesOf(others, 'chainLink').filter(({ id }) => !makesCycle(entryId, id, others))
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField {...field('link')} label={t('chain.link')} values={linkKinds} wordOf={(kind) => t(`linkKind.${kind}`)} />
        <ChoiceField {...field('state')} label={t('chain.state')} values={linkStates} wordOf={(state) => t(`linkStanding.${state}`)} />
        <DateField {...field('on')} label={t('chain.on')} {...(value.state === 'done' ? { max: today() } : {})} />
        <AgencyField
          id={idOf('heldBy')}
          label={t('chain.heldBy')}
          none={t('record.noAgency')}
          value={value.heldBy}
          error={errorOf('heldBy')}
          onChange={(heldBy) => set({ heldBy, heldSince: heldBy === null ? null : (value.heldSince ?? today()) })}
        />
        <DateField {...field('heldSince')} label={t('chain.heldSince')} max={today()} />
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
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
