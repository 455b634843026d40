import { TextInput } from '@mantine/core'
import { useState } from 'react'

type Props = {
  readonly id?: string
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly error?: string
  /** Enter was pressed, or the field was left with another text than it had. */
  readonly onCommit: (text: string, isByEnter: boolean) => void
}

/** One cell to be mended: Enter, or leaving it, checks the row again. */
export function MendText({ id, label, description, value, error, onCommit }: Props) {
  const [text, setText] = useState(value)
  const [checked, setChecked] = useState(value)

  function commit(isByEnter: boolean): void {
    if (text === checked && !isByEnter) return
    setChecked(text)
    onCommit(text, isByEnter)
  }

  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      label={label}
      description={description}
      value={text}
      error={error}
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        commit(true)
      }}
    />
  )
}
