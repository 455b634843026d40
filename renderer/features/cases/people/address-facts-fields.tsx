import { type AddressFacts, addressKnowers } from '#domain/people/address.ts'
import { Checkbox } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../record/choice-field.tsx'
import classes from './people.module.css'

type Props = { readonly value: AddressFacts; readonly change: (part: Partial<AddressFacts>) => void }

/** Who knows an address, since when and until when, and whether it is protected. */
export function AddressFactsFields({ value, change }: Props) {
  const t = useT()
  return (
    <>
      <ChoiceField
        label={t('people.knownTo')}
        value={value.knownTo}
        values={addressKnowers}
        wordOf={(each) => t(`people.knownTo.${each}`)}
        onChange={(knownTo) => change({ knownTo })}
      />
      <div className={classes.pair}>
        <DateField label={t('people.address.from')} value={value.from} onChange={(from) => change({ from })} />
        <DateField label={t('people.address.until')} value={value.until} onChange={(until) => change({ until })} />
      </div>
      <Checkbox
        label={t('people.address.confidential')}
        checked={value.isConfidential}
        onChange={(event) => change({ isConfidential: event.currentTarget.checked })}
      />
    </>
  )
}
