import { IsoDate, isIsoDate } from '#domain/dates.ts'
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  /** Empty while there is none. */
  readonly value: IsoDate | null
  readonly onChange: (date: IsoDate | null) => void
  readonly error?: ReactNode
  readonly description?: string
  readonly isRequired?: boolean
  readonly min?: IsoDate
  readonly max?: IsoDate
}

/** A calendar date, typed or picked in the way of the system; gives null while it is not a whole date. */
export function DateField({ label, value, onChange, error, description, isRequired = false, min, max }: Props) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ''}
      error={error}
      description={description}
      required={isRequired}
      withAsterisk={isRequired}
      min={min}
      max={max ?? '9999-12-31'}
      onChange={(event) => {
        const text = event.currentTarget.value
        onChange(isIsoDate(text) ? IsoDate.parse(text) : null)
      }}
    />
  )
}
