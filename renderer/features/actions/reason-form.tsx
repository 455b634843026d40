import { Button, TextInput } from '@mantine/core'
import { z } from 'zod'
import { useT } from '../../i18n/use-t.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './actions.module.css'
import type { SettableStatus } from './status-keys.ts'

type Props = {
  readonly actionId: number
  readonly to: SettableStatus
  /** Why the status is to wait, where it is set all the same; else null. */
  readonly waitWords: string | null
  readonly isPending: boolean
  readonly onConfirm: (reason: string, onDone: () => void) => void
  readonly onCancel: () => void
}

/** Asks why. Enter saves, Escape leaves all as it was; what was typed stays until it is saved, through a refusal and through a lock. */
export function ReasonForm({ actionId, to, waitWords, isPending, onConfirm, onCancel }: Props) {
  const t = useT()
  // The field stands from the first moment: the reason is typed straight after the key that asks for it, and its letters are keys of the page.
  const draft = useDraft(`actionReason:${String(actionId)}`, '', (stored) => z.string().safeParse(stored).data ?? null, joinReasons)

  /** Escape cancels the question alone, and does not reach the panel, which would close. */
  function heedEscape(form: HTMLFormElement): () => void {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
    form.addEventListener('keydown', onKeyDown)
    return () => form.removeEventListener('keydown', onKeyDown)
  }

  return (
    <form
      ref={heedEscape}
      className={classes.reason}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.value.trim() !== '') onConfirm(draft.value.trim(), () => void draft.discard())
      }}
    >
      <TextInput
        label={waitWords === null ? t(`actions.reason.${to}`) : t('safety.goAhead')}
        description={waitWords === null ? t('actions.reason.hint') : t('safety.goAhead.why', { waits: waitWords })}
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
        maxLength={1000}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={isPending}>
          {t('actions.reason.confirm', { status: t(`actionStatus.${to}`) })}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

function joinReasons(stored: string, typed: string): string {
  return `${stored} ${typed}`.trim()
}
