import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'

type Props = {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly error: ReactNode
  readonly inputMode?: 'numeric'
  readonly onSave: (text: string) => void
}

/** A field that is saved when it is left or Enter is pressed; Escape puts back what was saved. */
export function SavedField({ label, description, value, error, inputMode, onSave }: Props) {
  const [text, setText] = useState(value)
  const [saved, setSaved] = useState(value)
  if (saved !== value) {
    setSaved(value)
    setText(value)
  }
  const save = () => {
    if (text.trim() !== value) onSave(text.trim())
  }
  return (
    <TextInput
      label={label}
      description={description}
      value={text}
      error={error}
      inputMode={inputMode ?? 'text'}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setText(value)
      }}
    />
  )
}
