import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './case.module.css'

type Props = {
  readonly children: ReactNode
  readonly saveLabel: string
  readonly isPending: boolean
  /** What was refused and no field says of itself. */
  readonly error: Error | null
  readonly onSubmit: () => void
  readonly onClose: () => void
}

/** A small form in the place of the button that asked for it: the cursor is in its first field, Escape gives it up; what was typed stays as a draft. */
export function InlineForm({ children, saveLabel, isPending, error, onSubmit, onClose }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=radio], [type=checkbox]), textarea, select')?.focus(), [])
  useEffect(() => {
    const node = form.current
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return
      // A panel that it may stand in stays open.
      event.stopPropagation()
      onClose()
    }
    node?.addEventListener('keydown', onKeyDown)
    return () => node?.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <form
      ref={form}
      className={classes.turnDown}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <RefusalNotice error={error} />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={isPending}>
          {saveLabel}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

type ReasonProps = {
  readonly label: string
  readonly hint?: string
  readonly isRequired?: boolean
  readonly value: string
  readonly error: string | null
  readonly onChange: (value: string) => void
}

/** Why something is done, in one line that grows. */
export function ReasonField({ label, hint, isRequired = false, value, error, onChange }: ReasonProps) {
  return (
    <Textarea
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      required={isRequired}
      withAsterisk={isRequired}
      autosize
      minRows={1}
      maxRows={5}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
