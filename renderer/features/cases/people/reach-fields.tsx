import { plainAddress } from '#domain/people/address.ts'
import { Button, CloseButton, TextInput } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { AddressFactsFields } from './address-facts-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import classes from './people.module.css'

/** Where the person can be and be called: each address with who knows it. */
export function ReachFields({ value, change, errorOf }: FieldsProps) {
  const t = useT()
  const { otherAddresses, otherPhones } = value
  const setAddress = (at: number, part: Partial<(typeof otherAddresses)[number]>) =>
    change({ otherAddresses: otherAddresses.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  const setPhone = (at: number, part: Partial<(typeof otherPhones)[number]>) =>
    change({ otherPhones: otherPhones.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <fieldset className={classes.group}>
      <legend>{t('people.reach')}</legend>
      <div className={classes.row}>
        <TextInput
          label={t('people.address.current')}
          autoComplete="off"
          value={value.address}
          error={errorOf('address')}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <AddressFactsFields value={value.addressFacts} change={(part) => change({ addressFacts: { ...value.addressFacts, ...part } })} />
      </div>
      {otherAddresses.map((address, index) => (
        <div key={index} className={classes.row} role="group" aria-label={t('people.address.other')}>
          <TextInput
            label={t('people.address.other')}
            autoComplete="off"
            value={address.text}
            error={errorOf(`details.otherAddresses.${String(index)}.text`)}
            onChange={(event) => setAddress(index, { text: event.currentTarget.value })}
          />
          <AddressFactsFields value={address} change={(part) => setAddress(index, part)} />
          <Button
            size="compact-xs"
            variant="default"
            className={classes.start}
            onClick={() => change({ otherAddresses: otherAddresses.filter((_, at) => at !== index) })}
          >
            {t('people.address.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        className={classes.start}
        disabled={otherAddresses.length >= 20}
        onClick={() => change({ otherAddresses: [...otherAddresses, { text: '', ...plainAddress }] })}
      >
        {t('people.address.add')}
      </Button>
      <TextInput
        label={t('person.phone')}
        autoComplete="off"
        value={value.phone}
        error={errorOf('phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      {otherPhones.map((phone, index) => (
        <div key={index} className={classes.rowEnd}>
          <TextInput
            label={t('people.phone.other')}
            autoComplete="off"
            value={phone.number}
            onChange={(event) => setPhone(index, { number: event.currentTarget.value })}
          />
          <TextInput
            label={t('people.phone.note')}
            autoComplete="off"
            value={phone.note}
            onChange={(event) => setPhone(index, { note: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('people.phone.remove')}
            onClick={() => change({ otherPhones: otherPhones.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        className={classes.start}
        disabled={otherPhones.length >= 20}
        onClick={() => change({ otherPhones: [...otherPhones, { number: '', note: '' }] })}
      >
        {t('people.phone.add')}
      </Button>
    </fieldset>
  )
}
