import { Textarea } from '@mantine/core'

type Props = {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly description?: string
  readonly isRequired?: boolean
  readonly rows?: number
}

/** A paragraph that grows as it is typed. */
export function WordsField({ id, label, value, onChange, error = null, description, isRequired = false, rows = 2 }: Props) {
  return (
    <Textarea
      {...(id === undefined ? {} : { id })}
      {...(description === undefined ? {} : { description })}
      label={label}
      error={error}
      required={isRequired}
      withAsterisk={isRequired}
      dir="auto"
      autosize
      minRows={rows}
      maxRows={12}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
