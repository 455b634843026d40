import { Button, CloseButton } from '@mantine/core'
import { useEffect } from 'react'
import { useT } from '../i18n/use-t.ts'
import classes from './undo-notice.module.css'

type Props = {
  /** What was done, in the past: "Housing archived". Null shows nothing. */
  readonly text: string | null
  readonly onUndo?: () => void
  readonly onDismiss: () => void
}

const goneAfterMs = 8_000

/** A bar at the bottom that says what was done and takes it back; it blocks nothing, and goes by itself only where there is nothing to take back. */
export function UndoNotice({ text, onUndo, onDismiss }: Props) {
  const t = useT()
  const goesByItself = text !== null && onUndo === undefined
  useEffect(() => {
    if (!goesByItself) return
    const timer = setTimeout(onDismiss, goneAfterMs)
    return () => clearTimeout(timer)
  }, [goesByItself, onDismiss])
  return (
    <div role="status" className={classes.place}>
      {text === null ? null : (
        <div className={classes.bar}>
          <span>{text}</span>
          {onUndo === undefined ? null : (
            <Button size="xs" variant="default" onClick={onUndo}>
              {t('ui.undo')}
            </Button>
          )}
          <CloseButton aria-label={t('ui.dismiss')} onClick={onDismiss} />
        </div>
      )}
    </div>
  )
}
