import { TextInput } from '@mantine/core'

type Props = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly description?: string
}

/** One line of words. */
export function LineField({ onChange, ...props }: Props) {
  return <TextInput dir="auto" {...props} onChange={(event) => onChange(event.currentTarget.value)} />
}
