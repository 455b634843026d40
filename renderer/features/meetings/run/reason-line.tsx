import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useLine } from './use-line.ts'
import classes from './run.module.css'

type Props = {
  /** Where what is typed is kept until it is sent. */
  readonly draftKey: string
  readonly question: string
  readonly send: string
  readonly onSend: (reason: string) => Promise<void>
  /** The way back, where there is one; Escape takes it too. */
  readonly back?: { readonly word: string; readonly onBack: () => void }
  /** What stands before the line. */
  readonly children?: ReactNode
}

/** One line that asks why. Enter sends it; nothing typed is lost. */
export function ReasonLine({ draftKey, question, send, onSend, back, children }: Props) {
  const line = useLine(draftKey)
  return (
    <form
      className={classes.deferForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (line.text.trim() !== '') line.send(onSend)
      }}
    >
      {children}
      <TextInput
        size="xs"
        autoFocus={back !== undefined}
        className={classes.reasonInput}
        aria-label={question}
        placeholder={question}
        value={line.text}
        maxLength={1000}
        onChange={(event) => line.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') back?.onBack()
        }}
      />
      <Button type="submit" size="xs" disabled={line.text.trim() === ''}>
        {send}
      </Button>
      {back === undefined ? null : (
        <Button size="xs" variant="default" onClick={back.onBack}>
          {back.word}
        </Button>
      )}
      <RefusalNotice error={line.error} />
    </form>
  )
}
