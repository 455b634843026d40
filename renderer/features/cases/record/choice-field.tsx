import { NativeSelect } from '@mantine/core'

type Props<Value extends string> = {
  readonly id?: string
  readonly label: string
  readonly value: Value
  readonly values: readonly Value[]
  readonly wordOf: (value: Value) => string
  readonly onChange: (value: Value) => void
  readonly error?: string | null
  readonly description?: string
}

/** One of a closed list, each by its word. */
export function ChoiceField<Value extends string>({ id, label, value, values, wordOf, onChange, error = null, description }: Props<Value>) {
  return (
    <NativeSelect
      {...(id === undefined ? {} : { id })}
      {...(description === undefined ? {} : { description })}
      label={label}
      error={error}
      value={value}
      data={values.map((each) => ({ value: each, label: wordOf(each) }))}
      onChange={(event) => {
        const found = values.find((each) => each === event.currentTarget.value)
        if (found !== undefined) onChange(found)
      }}
    />
  )
}
