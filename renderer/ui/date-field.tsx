import { IsoDate, isIsoDate } from '#domain/dates.ts'
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'

type Props = {
  /** For a link to the field. */
  readonly id?: string
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
export function DateField({ id, label, value, onChange, error, description, isRequired = false, min, max }: Props) {
  // While the year is being typed the input gives 0002-03-04 and the like: kept here, or setting the value to nothing would wipe the day and month.
  const [typed, setTyped] = useState('')
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      type="date"
      label={label}
      value={value ?? typed}
      error={error}
      description={description}
      required={isRequired}
      withAsterisk={isRequired}
      min={min}
      max={max ?? '9999-12-31'}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(isIsoDate(text) ? IsoDate.parse(text) : null)
      }}
    />
  )
}
