import { Button } from '@mantine/core'
import type { FieldLabel } from '../i18n/refusal-words.ts'
import { refusalWords } from '../i18n/refusal-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { RefusalError } from '../refusal-error.ts'
import classes from './refusal-notice.module.css'

type Props = {
  /** The error of a query or command; nothing is shown for null, and for a cancelled dialog. */
  readonly error: Error | null
  readonly fieldLabel?: FieldLabel
  readonly onRetry?: () => void
}

/** Says a refusal in words where it happened, and reads it out. */
export function RefusalNotice({ error, fieldLabel, onRetry }: Props) {
  const t = useT()
  const format = useFormat()
  if (error === null) return null
  const refusal = error instanceof RefusalError ? error.refusal : { code: 'unexpected' as const, incident: '' }
  if (refusal.code === 'cancelled') return null
  return (
    <div role="alert" className={classes.notice}>
      <span aria-hidden className={classes.mark}>
        !
      </span>
      <p>{refusalWords(refusal, t, format, fieldLabel)}</p>
      {onRetry === undefined ? null : (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  )
}
