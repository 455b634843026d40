import { Button } from '@mantine/core'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { RefusalError } from '../refusal-error.ts'
import classes from './file-drop.module.css'
import { RefusalNotice } from './refusal-notice.tsx'

const limitMegabytes = 50

export type DroppedFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }

type Props = {
  /** What the file is, in words: labels the button and the zone. */
  readonly label: string
  /** Endings that the file dialog offers, for example `.csv,.xlsx`. */
  readonly accept: string
  readonly onFile: (file: DroppedFile) => void
  readonly isBusy?: boolean
}

/** A file by drop or by dialog, read here; a file above 50 MB is refused before it is read. */
export function FileDrop({ label, accept, onFile, isBusy = false }: Props) {
  const t = useT()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<RefusalError | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    setError(null)
    if (file.size > limitMegabytes * 1_000_000) {
      setError(new RefusalError({ code: 'fileTooLarge', limitMegabytes }))
      return
    }
    setReading(file.name)
    try {
      onFile({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      setError(new RefusalError({ code: 'fileNotReadable', problem: 'damaged' }))
    } finally {
      setReading(null)
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className={classes.wrap}>
      <div
        className={classes.zone}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p id={id} className={classes.label}>
          {label}
        </p>
        <p className={classes.hint}>
          {t('ui.dropFile')}{' '}
          <Button variant="default" size="xs" loading={isBusy} aria-describedby={id} onClick={() => input.current?.click()}>
            {t('ui.chooseFile')}
          </Button>
        </p>
        <p role="status" className={classes.hint}>
          {reading === null ? '' : t('ui.readingFile', { name: reading })}
        </p>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-labelledby={id}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          void take(file)
          event.currentTarget.value = ''
        }}
      />
      <RefusalNotice error={error} />
    </div>
  )
}
